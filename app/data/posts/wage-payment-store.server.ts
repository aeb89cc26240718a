import { Readable } from "node:stream";
import { openAccount } from "~/data/people/payee-account-store.server";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import type { Actor } from "~/domain/access/actor";
import type { BankAccount } from "~/domain/people/bank-account";
import type { MatchedLine, SentLine } from "~/domain/posts/bank-match";
import { dayInChina } from "~/platform/clock.server";
import { removeStoredFile, storeFile } from "~/platform/evidence-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import { answerAttempt, saveAttempts, type LineToSend } from "./wage-attempt-store.server";

const MOST_FILE_BYTES = 50 * 1024 * 1024;

/** Whether money of the sheet is or was on its way; a file that was withdrawn moved none. */
export async function wasSent(tx: Tx, sheetId: string): Promise<boolean> {
  return (await tx.wagePayment.count({ where: { sheetId, withdrawnAt: null } })) > 0;
}

/** A line that waits for its money: never sent, or sent and failed. */
export interface UnpaidLine {
  readonly id: string;
  readonly lineNo: number;
  readonly personId: string;
  readonly name: string;
  readonly payFen: number;
}

/** In the order of the sheet; who is paid nothing waits for nothing. */
export async function findUnpaidLines(tx: Tx, sheetId: string): Promise<UnpaidLine[]> {
  return tx.wageLine.findMany({
    where: {
      ...{ sheetId, removedAt: null, payFen: { gt: 0 } },
      OR: [{ paymentState: null }, { paymentState: "FAILED" }],
    },
    select: {
      ...{ id: true, lineNo: true, personId: true, name: true, payFen: true },
    },
    orderBy: [{ lineNo: "asc" }, { id: "asc" }],
  });
}

/** Keeps the file for the bank and marks its lines; the caller holds the sheet. Answers the number in the sheet. */
export async function savePayment(
  tx: Tx,
  of: { readonly sheetId: string; readonly countyCode: string },
  sent: {
    readonly lines: readonly LineToSend[];
    readonly number: number;
    readonly fileName: string;
    readonly bytes: AsyncIterable<Buffer>;
  },
  by: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const { lines, number, fileName } = sent;
  const { actor, now } = by;
  const [id, fileId] = [newId(), newId()];
  const stored = await storeFile(fileId, Readable.from(sent.bytes), MOST_FILE_BYTES);
  try {
    const facts = { countyCode: of.countyCode, purpose: "wagePayment", actor, now };
    await saveStoredFile(tx, { id: fileId, fileName, ...stored }, facts);
    await tx.wagePayment.create({
      data: {
        ...{ ...of, id, number, fileId, fileName, lineCount: lines.length },
        totalFen: lines.reduce((sum, { payFen }) => sum + payFen, 0),
        ...{ madeBy: actor.userId, madeByName: actor.name, madeAt: now },
      },
    });
    await saveAttempts(tx, { id, countyCode: of.countyCode }, lines);
    for (const line of lines) {
      const { accountId } = line;
      const data = { accountId, paymentState: "SENT", paymentId: id, failReason: null };
      await tx.wageLine.update({ where: { id: line.id }, data });
    }
  } catch (error) {
    await removeStoredFile(fileId);
    throw error;
  }
}

/** The number the sheet's next payment has. */
export async function nextPaymentNumber(tx: Tx, sheetId: string): Promise<number> {
  return 1 + (await tx.wagePayment.count({ where: { sheetId } }));
}

export interface PaymentRecord {
  readonly id: string;
  readonly sheetId: string;
  readonly number: number;
  readonly fileId: string;
  readonly fileName: string;
  readonly resultFileId: string | null;
  readonly resultFileName: string;
  readonly madeBy: string;
  readonly madeOn: string;
  readonly isWithdrawn: boolean;
}

export async function findPayment(
  tx: Tx,
  sheetId: string,
  paymentId: string,
): Promise<PaymentRecord | null> {
  if (!isUuid(paymentId)) return null;
  const row = await tx.wagePayment.findFirst({ where: { id: paymentId, sheetId } });
  if (row === null) return null;
  const { id, number, fileId, fileName, resultFileId, resultFileName, madeBy, madeAt } = row;
  const files = { fileId, fileName, resultFileId, resultFileName };
  const isWithdrawn = row.withdrawnAt !== null;
  return { id, sheetId, number, ...files, madeBy, madeOn: dayInChina(madeAt), isWithdrawn };
}

/** The lines of a payment as they were sent, accounts in full. */
export async function findSentLines(tx: Tx, paymentId: string): Promise<SentLine[]> {
  const rows = await tx.wageLine.findMany({
    where: { paymentId, paymentState: "SENT", removedAt: null },
    select: {
      ...{ id: true, lineNo: true, name: true, payFen: true },
      account: { select: { id: true, accountSealed: true } },
    },
    orderBy: [{ lineNo: "asc" }, { id: "asc" }],
  });
  return rows.map(({ account, ...line }) => ({
    ...line,
    account: account === null ? "" : (openAccount(account) as BankAccount),
  }));
}

/** Writes the bank's answer on its lines, and keeps its file. */
export async function saveResult(
  tx: Tx,
  payment: PaymentRecord,
  answer: { readonly matched: readonly MatchedLine[]; readonly file: ReceivedFile },
  by: { readonly actor: Actor; readonly countyCode: string; readonly now: Date },
): Promise<void> {
  const { matched, file } = answer;
  const { actor, countyCode, now } = by;
  await saveStoredFile(tx, file, { countyCode, purpose: "wageResult", actor, now });
  for (const { line, outcome } of matched) {
    const data =
      outcome.kind === "paid"
        ? { paymentState: "PAID", paidOn: new Date(outcome.paidOn), failReason: null }
        : { paymentState: "FAILED", paidOn: null, failReason: outcome.reason };
    await tx.wageLine.update({ where: { id: line.id }, data });
    await answerAttempt(tx, payment.id, { line, outcome });
  }
  const paidCount = matched.filter(({ outcome }) => outcome.kind === "paid").length;
  await tx.wagePayment.update({
    where: { id: payment.id },
    data: {
      ...{ resultFileId: file.id, resultFileName: file.fileName, resultAt: now },
      ...{ resultBy: actor.userId, resultByName: actor.name },
      ...{ paidCount, failedCount: matched.length - paidCount },
    },
  });
}
