import { changeClaim, heldClaim, type ClaimStepRefusal } from "~/data/claims/claim-change.server";
import { expectedAnswers } from "~/data/claims/claim-file.server";
import { enterSpending } from "~/data/claims/claim-spending.server";
import {
  findClaimPayment,
  isSettled,
  saveClaimResult,
} from "~/data/claims/claim-payment-store.server";
import type { ReceivedFile } from "~/data/files/file-store.server";
import { readBankResult, type ResultFileRefusal } from "~/data/posts/bank-result-file.server";
import type { Actor } from "~/domain/access/actor";
import { matchBankResult, type MatchedLine, type SentLine } from "~/domain/posts/bank-match";
import type { RowProblem } from "~/domain/posts/bank-result";
import { day } from "~/domain/shared/calendar-date";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ClaimResultRefusal =
  | ClaimStepRefusal
  | ResultFileRefusal
  | { readonly kind: "answered" | "withdrawn" | "voucherMissing" }
  | {
      readonly kind: "mismatch";
      readonly problems: readonly RowProblem[];
      /** Sent, and not in the answer. */
      readonly missing: readonly string[];
    };

/**
 * Takes the bank's answer to one file in: every line of it paid or failed, or nothing at all. What was paid is entered
 * among the pot's spending under the voucher. The file lies in the evidence store already; whoever stored it removes
 * it when this is refused.
 */
export async function enterClaimResult(
  actor: Actor,
  asked: { readonly batchId: string; readonly paymentId: string; readonly voucherNo: string },
  file: ReceivedFile,
  now: Date,
): Promise<Outcome<{ readonly paid: number; readonly failed: number }, ClaimResultRefusal>> {
  const step = { needs: ["claim.pay"], states: ["approved"], now } as const;
  const voucherNo = asked.voucherNo.trim();
  const rows = await readBankResult(file);
  return inTransaction(actor, async (tx) => {
    const held = await heldClaim(tx, actor, asked.batchId, step);
    if (!held.ok) return held;
    const claim = held.value;
    const payment = await findClaimPayment(tx, claim.id, asked.paymentId);
    if (payment === null) return refused({ kind: "notFound" });
    if (payment.resultFileId !== null) return refused({ kind: "answered" });
    if (payment.isWithdrawn) return refused({ kind: "withdrawn" });
    if (voucherNo === "") return refused({ kind: "voucherMissing" });
    if (!rows.ok) return refused(rows.refusal);
    const { lines, expected } = await expectedAnswers(tx, claim, payment);
    const days = { sentOn: day(payment.madeOn), today: dayInChina(now) };
    const match = matchBankResult(expected, rows.value, days);
    if ("problems" in match) return refused({ kind: "mismatch", ...match });
    const matched = claim.payeeUnit === null ? match.matched : ofEveryLine(match.matched, lines);
    await saveClaimResult(
      tx,
      payment,
      { matched, file },
      { actor, now, countyCode: claim.countyCode },
    );
    const paid = await enterSpending(tx, claim, { payment, matched, voucherNo }, { actor, now });
    const failed = matched.length - paid;
    const state = (await isSettled(tx, claim.id)) ? { state: "paid" } : {};
    const detail = { headcount: matched.length, paid, failed };
    await changeClaim(tx, claim, state, { actor, now, action: "claim.result", detail });
    return done({ paid, failed });
  });
}

/** The unit was paid for all of them, or for none. */
function ofEveryLine(matched: readonly MatchedLine[], lines: readonly SentLine[]): MatchedLine[] {
  const [answer] = matched;
  return answer === undefined ? [] : lines.map((line) => ({ line, outcome: answer.outcome }));
}
