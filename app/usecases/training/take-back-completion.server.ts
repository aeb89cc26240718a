import {
  changeCompletion,
  leaveClassTrail,
  lockClass,
} from "~/data/training/session-class-store.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { whyNotWritten } from "~/domain/training/class-writing";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type TakeBackRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "notCompleted" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "changedByOthers" };

/** Opens a completed class again, for a reason, as long as its roster is not sealed. */
export function takeBackCompletion(
  actor: Actor,
  asked: { readonly classId: string; readonly reason: string },
  now: Date,
): Promise<Outcome<null, TakeBackRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  return inTransaction(actor, async (tx) => {
    const one = await lockClass(tx, asked.classId);
    if (one === null) return refused({ kind: "notFound" });
    const why = whyNotWritten(actor, one, dayInChina(now));
    if (why === null) return refused({ kind: "notCompleted" });
    if (why.kind !== "completed") return refused(why);
    if (reason === "") return refused({ kind: "reasonMissing" });
    if (!(await changeCompletion(tx, one, null))) return refused({ kind: "changedByOthers" });
    await leaveClassTrail(tx, actor, one, {
      action: "class.takeBackCompletion",
      at: now,
      detail: { endsOn: why.completedOn, reason },
    });
    return done(null);
  });
}
