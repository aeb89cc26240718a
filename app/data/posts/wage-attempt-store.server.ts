import type { MatchedLine } from "~/domain/posts/bank-match";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface LineToSend {
  readonly id: string;
  readonly accountId: string;
  readonly payFen: number;
}

/** One row a line and file, so that what became of it outlives its next attempt. */
export async function saveAttempts(
  tx: Tx,
  payment: { readonly id: string; readonly countyCode: string },
  lines: readonly LineToSend[],
): Promise<void> {
  const { id: paymentId, countyCode } = payment;
  await tx.wageAttempt.createMany({
    data: lines.map(({ id: lineId, accountId, payFen: amountFen }) => ({
      ...{ id: newId(), countyCode, paymentId, lineId, accountId, amountFen, state: "SENT" },
    })),
  });
}

/** Writes what the bank answered of a line. */
export async function answerAttempt(
  tx: Tx,
  paymentId: string,
  { line, outcome }: MatchedLine,
): Promise<void> {
  await tx.wageAttempt.update({
    where: { paymentId_lineId: { paymentId, lineId: line.id } },
    data:
      outcome.kind === "paid"
        ? { state: "PAID", paidOn: new Date(outcome.paidOn) }
        : { state: "FAILED", reason: outcome.reason },
  });
}

/** The bank's refusal of a line. */
export interface FailedAttempt {
  readonly id: string;
  readonly lineId: string;
  /** Which file of the sheet it was. */
  readonly number: number;
  readonly reason: string;
  readonly accountIndex: Uint8Array;
  /** A reviewer has said that the number is right. */
  readonly isReleased: boolean;
}

/** By line, the last first. */
export async function failedAttempts(
  tx: Tx,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, readonly FailedAttempt[]>> {
  const rows = await tx.wageAttempt.findMany({
    where: { lineId: { in: [...lineIds] }, state: "FAILED" },
    select: {
      ...{ id: true, lineId: true, reason: true, releasedAt: true },
      payment: { select: { number: true } },
      account: { select: { accountIndex: true } },
    },
    orderBy: { payment: { number: "desc" } },
  });
  const found = new Map<string, FailedAttempt[]>();
  for (const { payment, account, releasedAt, ...row } of rows) {
    const one = { ...row, ...payment, ...account, isReleased: releasedAt !== null };
    found.set(row.lineId, [...(found.get(row.lineId) ?? []), one]);
  }
  return found;
}

/** Takes the reviewer's word that the number the bank refused for a line is right; answers how many it frees. */
export async function releaseAttempts(
  tx: Tx,
  lineId: string,
  reason: string,
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<number> {
  const { count } = await tx.wageAttempt.updateMany({
    where: { lineId, state: "FAILED", releasedAt: null },
    data: {
      ...{ releasedAt: by.now, releasedBy: by.userId },
      ...{ releasedByName: by.name, releaseReason: reason },
    },
  });
  return count;
}

/** Whether the bank refused the line's number and no reviewer has released it. */
export async function isRefused(tx: Tx, lineId: string): Promise<boolean> {
  const failed = await failedAttempts(tx, [lineId]);
  return (failed.get(lineId) ?? []).some(({ isReleased }) => !isReleased);
}
