import { changeClaim, heldClaim, type ClaimStepRefusal } from "~/data/claims/claim-change.server";
import { findClaimPayment, withdrawClaimFile } from "~/data/claims/claim-payment-store.server";
import type { Actor } from "~/domain/access/actor";
import { wroteClaim } from "~/domain/claims/hands";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type WithdrawClaimFileRefusal =
  | ClaimStepRefusal
  /** He drew the claim up, handed it in, or made the file. */
  | { readonly kind: "ownWork" }
  | { readonly kind: "reasonMissing" }
  /** The bank has answered it, or it was withdrawn before. */
  | { readonly kind: "answered" };

/**
 * Takes a file back as a whole that never reached the bank or that the bank gave back unpaid. The reviewer's step, for
 * whoever made the file could otherwise have it paid twice.
 */
export function withdrawClaimPayment(
  actor: Actor,
  asked: { readonly batchId: string; readonly paymentId: string; readonly reason: string },
  now: Date,
): Promise<Outcome<null, WithdrawClaimFileRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  const step = { needs: ["claim.review"], states: ["approved"], now } as const;
  return inTransaction<Outcome<null, WithdrawClaimFileRefusal>>(actor, async (tx) => {
    const held = await heldClaim(tx, actor, asked.batchId, step);
    if (!held.ok) return held;
    const claim = held.value;
    const payment = await findClaimPayment(tx, claim.id, asked.paymentId);
    if (payment === null) return refused({ kind: "notFound" });
    if (wroteClaim(claim, actor.userId) || payment.madeBy === actor.userId) {
      return refused({ kind: "ownWork" });
    }
    if (payment.resultFileId !== null || payment.isWithdrawn) return refused({ kind: "answered" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const by = { userId: actor.userId, name: actor.name, now };
    const headcount = await withdrawClaimFile(tx, payment.id, reason, by);
    const detail = { number: payment.number, headcount, reason };
    await changeClaim(tx, claim, {}, { actor, now, action: "claim.withdrawFile", detail });
    return done(null);
  });
}
