import {
  leaveReconciliationTrail,
  openNextRound,
} from "~/data/targets/reconciliation-signing-store.server";
import { lockReconciliation } from "~/data/targets/reconciliation-store.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import type { AskedReconciliation } from "~/domain/targets/reconciliation-refusal";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ReopenReconciliationRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "notLocked" }
  | { readonly kind: "reasonMissing" };

/** The level above opens a locked month for another round; what was signed stays readable. */
export function reopenReconciliation(
  actor: Actor,
  asked: AskedReconciliation,
  given: string,
  now: Date,
): Promise<Outcome<null, ReopenReconciliationRefusal>> {
  const today = dayInChina(now);
  const by = { actor, now };
  return inTransaction(actor, async (tx) => {
    const one = await lockReconciliation(tx, actor, asked.id, today);
    if (one === null) return refused({ kind: "notFound" });
    if (!mayForPair(actor, "reconciliation.reopen", one, today)) {
      return refused({ kind: "forbidden" });
    }
    if (one.version !== asked.version) return refused({ kind: "changedByOthers" });
    if (one.state !== "locked") return refused({ kind: "notLocked" });
    const reason = withNumbersMasked(given.trim());
    if (reason === "") return refused({ kind: "reasonMissing" });
    await openNextRound(tx, one, reason, by);
    await leaveReconciliationTrail(tx, one, "reconciliation.reopen", by, {
      ...{ reason, round: one.round + 1 },
    });
    return done(null);
  });
}
