import { changeFair, findFair } from "~/data/employers/job-fair-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RemoveFairRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "changedByOthers" };

/** Sets a fair that was registered by mistake aside; it stays with its reason and counts no more. */
export function removeFair(
  actor: Actor,
  asked: { readonly fairId: string; readonly version: number; readonly reason: string },
  now: Date,
): Promise<Outcome<null, RemoveFairRefusal>> {
  return inTransaction(actor, async (tx) => {
    const fair = await findFair(tx, asked.fairId);
    if (fair === null) return refused({ kind: "notFound" });
    if (!may(actor, "jobFair.write", fair.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (fair.isRemoved) return refused({ kind: "removed" });
    const reason = withNumbersMasked(asked.reason.trim().slice(0, 300));
    if (reason === "") return refused({ kind: "reasonMissing" });
    if (fair.version !== asked.version) return refused({ kind: "changedByOthers" });
    if (!(await changeFair(tx, fair, { removedReason: reason, now }))) {
      return refused({ kind: "changedByOthers" });
    }
    await leaveWorkTrail(tx, actor, fair, "jobFair.remove", now, { reason });
    return done(null);
  });
}
