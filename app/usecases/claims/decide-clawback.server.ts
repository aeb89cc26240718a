import { isSettled } from "~/data/claims/claim-payment-store.server";
import {
  changeClawback,
  heldClawback,
  leaveClawbackTrail,
  type ClawbackRecord,
  type ClawbackRefusal,
} from "~/data/claims/clawback-store.server";
import { releaseFromPot } from "~/data/funds/pot-store.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { yuanText, type Fen } from "~/domain/shared/fen";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { Tx } from "~/platform/prisma/client.server";

export type DecideClawbackRefusal =
  | ClawbackRefusal
  /** He proposed it. */
  | { readonly kind: "ownWork" }
  | { readonly kind: "reasonMissing" }
  /** The bank has not answered yet: whether it is stopped or asked back is not known. */
  | { readonly kind: "atBank" }
  /** More than was proposed, nought, or part of what has not been paid. */
  | { readonly kind: "amount" | "whole"; readonly mostFen: Fen };

export interface ClawbackDecision {
  readonly clawbackId: string;
  readonly version: number;
  readonly confirms: boolean;
  /** As much as is found undue; without it all that was proposed. */
  readonly amountFen?: Fen;
  /** What it rests on; a reason where it is dropped. */
  readonly decision: string;
}

/**
 * Another than who proposed it confirms a claw-back or drops it with a reason. Money that has arrived is then asked
 * back; money that has not is not paid, and free again in the pot.
 */
export function decideClawback(
  actor: Actor,
  asked: ClawbackDecision,
  now: Date,
): Promise<Outcome<"confirmed" | "stopped" | "dropped", DecideClawbackRefusal>> {
  const decision = withNumbersMasked(asked.decision.trim());
  const step = { needs: "clawback.decide", states: ["proposed"], now } as const;
  return inTransaction(actor, async (tx) => {
    const held = await heldClawback(tx, actor, asked, step);
    if (!held.ok) return held;
    const one = held.value;
    if (one.proposedBy === actor.userId) return refused({ kind: "ownWork" });
    if (decision === "") return refused({ kind: "reasonMissing" });
    if (asked.confirms && one.paymentState === "SENT") return refused({ kind: "atBank" });
    const state = asked.confirms ? (one.paidOn === null ? "stopped" : "confirmed") : "dropped";
    const mostFen = one.amountFen;
    const amountFen = asked.confirms ? (asked.amountFen ?? mostFen) : mostFen;
    if (amountFen < 1 || amountFen > mostFen) return refused({ kind: "amount", mostFen });
    if (state === "stopped" && amountFen < mostFen) return refused({ kind: "whole", mostFen });
    const lowered =
      amountFen < mostFen ? `（提出 ${yuanText(mostFen)}，核定 ${yuanText(amountFen)}）` : "";
    await changeClawback(tx, one.id, {
      ...{ state, amountFen, decision: `${decision}${lowered}`, decidedBy: actor.userId },
      ...{ decidedByName: actor.name, decidedAt: now },
    });
    if (state === "stopped") await stopLine(tx, one, now);
    const action = asked.confirms ? "clawback.confirm" : "clawback.drop";
    const detail = { amount: yuanText(amountFen), reason: `${decision}${lowered}` };
    await leaveClawbackTrail(tx, one, { actor, now, action, detail });
    return done(state);
  });
}

async function stopLine(tx: Tx, one: ClawbackRecord, now: Date): Promise<void> {
  const { lineId, batchId, potId, amountFen } = one;
  await tx.claimLine.update({ where: { id: lineId }, data: { paymentState: "STOPPED" } });
  await releaseFromPot(tx, potId, amountFen);
  if (!(await isSettled(tx, batchId))) return;
  await tx.claimBatch.update({
    where: { id: batchId },
    data: { state: "paid", updatedAt: now, version: { increment: 1 } },
  });
}
