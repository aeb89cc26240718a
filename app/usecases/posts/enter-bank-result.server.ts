import { readBankResult, type ResultFileRefusal } from "~/data/posts/bank-result-file.server";
import {
  changeWageSheet,
  heldWageSheet,
  type WageSheetRefusal,
} from "~/data/posts/wage-sheet-change.server";
import { findPayment, findSentLines, saveResult } from "~/data/posts/wage-payment-store.server";
import type { ReceivedFile } from "~/data/files/file-store.server";
import type { Actor } from "~/domain/access/actor";
import { matchBankResult } from "~/domain/posts/bank-match";
import type { RowProblem } from "~/domain/posts/bank-result";
import { day } from "~/domain/shared/calendar-date";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type BankResultRefusal =
  | WageSheetRefusal
  | ResultFileRefusal
  | { readonly kind: "answered" | "withdrawn" }
  | {
      readonly kind: "mismatch";
      readonly problems: readonly RowProblem[];
      /** Sent, and not in the answer. */
      readonly missing: readonly string[];
    };

/**
 * Takes the bank's answer to one file in: every line of it paid or failed, or nothing at all. The file lies in the
 * evidence store already; whoever stored it removes it when this is refused.
 */
export async function enterBankResult(
  actor: Actor,
  asked: { readonly sheetId: string; readonly paymentId: string },
  file: ReceivedFile,
  now: Date,
): Promise<Outcome<{ readonly paid: number; readonly failed: number }, BankResultRefusal>> {
  const today = dayInChina(now);
  const step = { needs: "wage.pay", states: ["approved"], now } as const;
  const rows = await readBankResult(file);
  return inTransaction(actor, async (tx) => {
    const held = await heldWageSheet(tx, actor, asked.sheetId, step);
    if (!held.ok) return held;
    const sheet = held.value;
    const payment = await findPayment(tx, sheet.id, asked.paymentId);
    if (payment === null) return refused({ kind: "notFound" });
    if (payment.resultFileId !== null) return refused({ kind: "answered" });
    if (payment.isWithdrawn) return refused({ kind: "withdrawn" });
    if (!rows.ok) return refused(rows.refusal);
    const sent = await findSentLines(tx, payment.id);
    const match = matchBankResult(sent, rows.value, { sentOn: day(payment.madeOn), today });
    if ("problems" in match) return refused({ kind: "mismatch", ...match });
    const { matched } = match;
    await saveResult(tx, payment, { matched, file }, { actor, countyCode: sheet.countyCode, now });
    const paid = matched.filter(({ outcome }) => outcome.kind === "paid").length;
    const failed = matched.length - paid;
    const detail = { name: sheet.label, headcount: matched.length, paid, failed };
    await changeWageSheet(tx, sheet, {}, { actor, now, action: "wage.result", detail });
    return done({ paid, failed });
  });
}
