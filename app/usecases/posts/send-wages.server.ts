import { bankFile, type BankRow } from "~/data/posts/bank-file.server";
import {
  changeWageSheet,
  heldWageSheet,
  type WageSheetRefusal,
} from "~/data/posts/wage-sheet-change.server";
import { nextPaymentNumber, savePayment } from "~/data/posts/wage-payment-store.server";
import { findWagesToSend } from "~/data/posts/wages-to-send.server";
import type { Actor } from "~/domain/access/actor";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type SendWagesRefusal =
  | WageSheetRefusal
  /** He wrote, handed in or passed the sheet. */
  | { readonly kind: "ownWork" }
  /** Everybody is sent or paid, or kept back: each by name and reason. */
  | { readonly kind: "nothingToSend"; readonly kept: readonly string[] };

/**
 * Makes the file for the bank over everybody whose money can go out, to the accounts that stand now. What is sent is
 * never sent twice: the sheet is held, so of two clicks the second finds nothing.
 */
export function sendWages(
  actor: Actor,
  asked: { readonly sheetId: string },
  now: Date,
): Promise<Outcome<{ readonly headcount: number }, SendWagesRefusal>> {
  const step = { needs: "wage.pay", states: ["approved"], now } as const;
  return inTransaction(actor, async (tx) => {
    const held = await heldWageSheet(tx, actor, asked.sheetId, step);
    if (!held.ok) return held;
    const sheet = held.value;
    const hands = [sheet.createdBy, sheet.submittedBy, sheet.reviewedBy];
    if (hands.includes(actor.userId)) return refused({ kind: "ownWork" });
    const waiting = await findWagesToSend(tx, sheet);
    const ready: (BankRow & { readonly id: string; readonly accountId: string })[] = [];
    const kept: string[] = [];
    for (const { obstacle, account, ...line } of waiting) {
      if (account === null || obstacle !== null) kept.push(`${line.name}：${obstacle ?? ""}`);
      else ready.push({ ...line, account, accountId: account.id });
    }
    if (ready.length === 0) return refused({ kind: "nothingToSend", kept });
    const { id: sheetId, countyCode, label, month } = sheet;
    const number = await nextPaymentNumber(tx, sheetId);
    const file = { fileName: `${label}代发文件第${number}次.xlsx`, bytes: bankFile(month, ready) };
    await savePayment(
      tx,
      { sheetId, countyCode },
      { ...file, number, lines: ready },
      {
        ...{ actor, now },
      },
    );
    const detail = { name: label, headcount: ready.length, fileName: file.fileName };
    await changeWageSheet(tx, sheet, {}, { actor, now, action: "wage.send", detail });
    return done({ headcount: ready.length });
  });
}
