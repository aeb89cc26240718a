import {
  findListMaker,
  leaveReconciliationTrail,
  signFor,
} from "~/data/targets/reconciliation-signing-store.server";
import { lockReconciliation } from "~/data/targets/reconciliation-store.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import {
  SIDE_LABELS,
  signatureRefusal,
  type ReconciliationSide,
  type SignatureRefusal,
} from "~/domain/targets/reconciliation";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import type { AskedReconciliation, ContentRefusal } from "~/domain/targets/reconciliation-refusal";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type SignReconciliationRefusal = ContentRefusal | SignatureRefusal;

/**
 * Signs what stands there for one side. Both may sign at the same moment: the second to come finds the first one's
 * signature and locks the month.
 */
export function signReconciliation(
  actor: Actor,
  asked: AskedReconciliation,
  side: ReconciliationSide,
  now: Date,
): Promise<Outcome<{ readonly isLocked: boolean }, SignReconciliationRefusal>> {
  const today = dayInChina(now);
  const by = { actor, now };
  return inTransaction(actor, async (tx) => {
    const one = await lockReconciliation(tx, actor, asked.id, today);
    if (one === null) return refused({ kind: "notFound" });
    const action = side === "county" ? "reconciliation.signCounty" : "reconciliation.signDistrict";
    if (!mayForPair(actor, action, one, today)) return refused({ kind: "forbidden" });
    if (one.version !== asked.version) return refused({ kind: "changedByOthers" });
    const drawnBy = await findListMaker(tx, one.id);
    const obstacle = signatureRefusal(one, side, { userId: actor.userId, drawnBy });
    if (obstacle !== null) return refused(obstacle);
    const isLocked = await signFor(tx, one, side, by);
    const figure = side === "county" ? one.countyFigure : one.districtFigure;
    await leaveReconciliationTrail(tx, one, "reconciliation.sign", by, {
      ...{ side: SIDE_LABELS[side], headcount: figure, isLocked },
    });
    return done({ isLocked });
  });
}
