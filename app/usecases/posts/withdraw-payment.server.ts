import { withdrawPayment } from "~/data/posts/payment-withdrawal-store.server";
import { findPayment } from "~/data/posts/wage-payment-store.server";
import {
  changeWageSheet,
  heldWageSheet,
  type WageSheetRefusal,
} from "~/data/posts/wage-sheet-change.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type WithdrawPaymentRefusal =
  | WageSheetRefusal
  /** He wrote the sheet, handed it in, or made the file. */
  | { readonly kind: "ownWork" }
  | { readonly kind: "reasonMissing" }
  /** The bank has answered it, or it was withdrawn before. */
  | { readonly kind: "answered" };

/**
 * Takes a file back as a whole that never reached the bank or that the bank gave back unpaid. The reviewer's step, for
 * whoever made the file could otherwise have it paid twice.
 */
export function withdrawWagePayment(
  actor: Actor,
  asked: { readonly sheetId: string; readonly paymentId: string; readonly reason: string },
  now: Date,
): Promise<Outcome<null, WithdrawPaymentRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  const step = { needs: "wage.review", states: ["approved"], now } as const;
  return inTransaction<Outcome<null, WithdrawPaymentRefusal>>(actor, async (tx) => {
    const held = await heldWageSheet(tx, actor, asked.sheetId, step);
    if (!held.ok) return held;
    const sheet = held.value;
    const payment = await findPayment(tx, sheet.id, asked.paymentId);
    if (payment === null) return refused({ kind: "notFound" });
    const hands = [sheet.createdBy, sheet.submittedBy, payment.madeBy];
    if (hands.includes(actor.userId)) return refused({ kind: "ownWork" });
    if (payment.resultFileId !== null || payment.isWithdrawn) return refused({ kind: "answered" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const by = { userId: actor.userId, name: actor.name, now };
    const headcount = await withdrawPayment(tx, payment.id, reason, by);
    const detail = { name: sheet.label, number: payment.number, headcount, reason };
    await changeWageSheet(tx, sheet, {}, { actor, now, action: "wage.withdraw", detail });
    return done(null);
  });
}
