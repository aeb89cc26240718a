import { Readable } from "node:stream";
import { openAccount } from "~/data/people/payee-account-store.server";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import type { Actor } from "~/domain/access/actor";
import type { MatchedLine, SentLine } from "~/domain/posts/bank-match";
import { dayInChina } from "~/platform/clock.server";
import { removeStoredFile, storeFile } from "~/platform/evidence-store.server";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

const MOST_FILE_BYTES = 50 * 1024 * 1024;

/** One line of a file, and the account it goes to; null where a unit is paid. */
export interface LineSent {
  readonly id: string;
  readonly amountFen: number;
  readonly accountId: string | null;
}

/** The number the claim's next file has. */
export async function nextClaimPayment(tx: Tx, batchId: string): Promise<number> {
  return 1 + (await tx.claimPayment.count({ where: { batchId } }));
}

/** Keeps the file for the bank and marks its lines; the caller holds the claim. */
export async function saveClaimPayment(
  tx: Tx,
  of: { readonly batchId: string; readonly countyCode: string },
  sent: {
    readonly lines: readonly LineSent[];
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
    const facts = { countyCode: of.countyCode, purpose: "claimPayment", actor, now };
    await saveStoredFile(tx, { id: fileId, fileName, ...stored }, facts);
    await tx.claimPayment.create({
      data: {
        ...{ ...of, id, number, fileId, fileName, lineCount: lines.length },
        totalFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
        ...{ madeBy: actor.userId, madeByName: actor.name, madeAt: now },
      },
    });
    await markSent(tx, { id, countyCode: of.countyCode }, lines);
  } catch (error) {
    await removeStoredFile(fileId);
    throw error;
  }
}

async function markSent(
  tx: Tx,
  { id, countyCode }: { readonly id: string; readonly countyCode: string },
  lines: readonly LineSent[],
): Promise<void> {
  const rows = JSON.stringify(lines.map((line) => ({ ...line, attempt: newId() })));
  await tx.$executeRaw`
    INSERT INTO claim_attempt (id, county_code, payment_id, line_id, account_id, amount_fen, state)
    SELECT x.attempt, ${countyCode}, ${id}::uuid, x.id, x."accountId", x."amountFen", 'SENT'
    FROM jsonb_to_recordset(${rows}::jsonb) AS x(attempt uuid, id uuid, "accountId" uuid, "amountFen" int)`;
  await tx.$executeRaw`
    UPDATE claim_line l SET payment_state = 'SENT', payment_id = ${id}::uuid, fail_reason = NULL,
      account_id = coalesce(x."accountId", l.account_id)
    FROM jsonb_to_recordset(${rows}::jsonb) AS x(id uuid, "accountId" uuid) WHERE l.id = x.id`;
}

export interface ClaimPaymentRecord {
  readonly id: string;
  readonly number: number;
  readonly fileId: string;
  readonly fileName: string;
  readonly resultFileId: string | null;
  readonly resultFileName: string;
  readonly totalFen: number;
  readonly madeBy: string;
  readonly madeOn: string;
  readonly isWithdrawn: boolean;
}

export async function findClaimPayment(
  tx: Tx,
  batchId: string,
  paymentId: string,
): Promise<ClaimPaymentRecord | null> {
  if (!isUuid(paymentId)) return null;
  const row = await tx.claimPayment.findFirst({ where: { id: paymentId, batchId } });
  if (row === null) return null;
  const { id, number, fileId, fileName, resultFileId, resultFileName, madeBy, madeAt } = row;
  return {
    ...{ id, number, fileId, fileName, resultFileId, resultFileName, madeBy },
    ...{ madeOn: dayInChina(madeAt), totalFen: Number(row.totalFen) },
    isWithdrawn: row.withdrawnAt !== null,
  };
}

/** The lines of a file as they were sent, accounts in full. */
export async function findSentClaimLines(tx: Tx, paymentId: string): Promise<SentLine[]> {
  const rows = await tx.claimAttempt.findMany({
    where: { paymentId, state: "SENT" },
    select: {
      amountFen: true,
      line: { select: { id: true, lineNo: true, name: true } },
      account: { select: { id: true, accountSealed: true } },
    },
    orderBy: { line: { lineNo: "asc" } },
  });
  return rows.map(({ line, account, amountFen }) => ({
    ...line,
    payFen: amountFen,
    account: account === null ? "" : openAccount(account),
  }));
}

/** Writes the bank's answer on its lines, and keeps its file. */
export async function saveClaimResult(
  tx: Tx,
  payment: Pick<ClaimPaymentRecord, "id">,
  answer: { readonly matched: readonly MatchedLine[]; readonly file: ReceivedFile },
  by: { readonly actor: Actor; readonly countyCode: string; readonly now: Date },
): Promise<void> {
  const { matched, file } = answer;
  const { actor, countyCode, now } = by;
  await saveStoredFile(tx, file, { countyCode, purpose: "claimResult", actor, now });
  const rows = JSON.stringify(
    matched.map(({ line, outcome }) =>
      outcome.kind === "paid"
        ? { id: line.id, state: "PAID", paidOn: outcome.paidOn, reason: "" }
        : { id: line.id, state: "FAILED", paidOn: null, reason: outcome.reason },
    ),
  );
  await tx.$executeRaw`
    UPDATE claim_attempt t SET state = x.state, paid_on = x."paidOn", reason = x.reason
    FROM jsonb_to_recordset(${rows}::jsonb) AS x(id uuid, state text, "paidOn" date, reason text)
    WHERE t.payment_id = ${payment.id}::uuid AND t.line_id = x.id`;
  await tx.$executeRaw`
    UPDATE claim_line l SET payment_state = x.state, paid_on = x."paidOn", fail_reason = nullif(x.reason, '')
    FROM jsonb_to_recordset(${rows}::jsonb) AS x(id uuid, state text, "paidOn" date, reason text)
    WHERE l.id = x.id`;
  const paidCount = matched.filter(({ outcome }) => outcome.kind === "paid").length;
  await tx.claimPayment.update({
    where: { id: payment.id },
    data: {
      ...{ resultFileId: file.id, resultFileName: file.fileName, resultAt: now },
      ...{ resultBy: actor.userId, resultByName: actor.name },
      ...{ paidCount, failedCount: matched.length - paidCount },
    },
  });
}

/** Marks a file as never paid from: its lines wait again. Answers how many. */
export async function withdrawClaimFile(
  tx: Tx,
  paymentId: string,
  reason: string,
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<number> {
  await tx.claimPayment.update({
    where: { id: paymentId },
    data: {
      ...{ withdrawnAt: by.now, withdrawnBy: by.userId },
      ...{ withdrawnByName: by.name, withdrawReason: reason },
    },
  });
  await tx.claimAttempt.updateMany({
    where: { paymentId, state: "SENT" },
    data: { state: "WITHDRAWN" },
  });
  const { count } = await tx.claimLine.updateMany({
    where: { paymentId, paymentState: "SENT" },
    data: { paymentState: null, paymentId: null },
  });
  return count;
}

/** Nothing of the claim is still to be paid: each line is paid or stopped. */
export async function isSettled(tx: Tx, batchId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ open: boolean }[]>`
    SELECT EXISTS (SELECT FROM claim_line WHERE batch_id = ${batchId}::uuid AND removed_at IS NULL
      AND amount_fen > 0 AND payment_state IS DISTINCT FROM 'PAID'
      AND payment_state IS DISTINCT FROM 'STOPPED') AS open`;
  return row?.open === false;
}
