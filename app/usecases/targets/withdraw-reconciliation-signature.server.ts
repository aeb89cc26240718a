import {
  leaveReconciliationTrail,
  withdrawFor,
} from "~/data/targets/reconciliation-signing-store.server";
import { lockReconciliation } from "~/data/targets/reconciliation-store.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { SIDE_LABELS, type ReconciliationSide } from "~/domain/targets/reconciliation";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type WithdrawSignatureRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "locked" }
  | { readonly kind: "notOwn" };

/** Whoever signed takes his signature back, as long as the month is not locked. */
export function withdrawReconciliationSignature(
  actor: Actor,
  id: string,
  side: ReconciliationSide,
  now: Date,
): Promise<Outcome<null, WithdrawSignatureRefusal>> {
  const today = dayInChina(now);
  const by = { actor, now };
  return inTransaction(actor, async (tx) => {
    const one = await lockReconciliation(tx, actor, id, today);
    if (one === null) return refused({ kind: "notFound" });
    const isCounty = side === "county";
    const action = isCounty ? "reconciliation.signCounty" : "reconciliation.signDistrict";
    if (!mayForPair(actor, action, one, today)) return refused({ kind: "forbidden" });
    if (one.state === "locked") return refused({ kind: "locked" });
    const signedBy = isCounty ? one.countySignedBy : one.districtSignedBy;
    if (signedBy !== actor.userId) return refused({ kind: "notOwn" });
    await withdrawFor(tx, one, side, by);
    await leaveReconciliationTrail(tx, one, "reconciliation.withdraw", by, {
      side: SIDE_LABELS[side],
    });
    return done(null);
  });
}
