import { maskedAccount } from "~/data/people/payee-account-store.server";
import type { Actor } from "~/domain/access/actor";
import { fen, type Fen } from "~/domain/shared/fen";
import type { AttemptState } from "~/domain/posts/wage";
import type { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import type { SheetScope } from "./wage-candidates.server";
import { findWagesToSend } from "./wages-to-send.server";

/** A line whose money is still to go out. */
export interface WaitingRow {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly payFen: Fen;
  readonly bankName: string;
  readonly accountMasked: string;
  /** 第 1 次失败：户名不符；empty where the bank has refused nothing. */
  readonly before: string;
  /** The account was changed after the sheet was handed in. */
  readonly isNewAccount: boolean;
  /** Chinese; empty when it can go to the bank. */
  readonly obstacle: string;
}

export interface PaymentRow {
  readonly id: string;
  readonly number: number;
  readonly lineCount: number;
  readonly totalFen: Fen;
  readonly fileName: string;
  readonly madeByName: string;
  /** Instants, ISO 8601. */
  readonly madeAt: string;
  readonly resultFileName: string;
  readonly resultByName: string;
  readonly resultAt: string | null;
  readonly paidCount: number;
  readonly failedCount: number;
  /** Never reached the bank, or came back from it as a whole. */
  readonly withdrawn: {
    readonly byName: string;
    readonly at: string;
    readonly reason: string;
  } | null;
  /** Whom it was to pay, in the order of the sheet. */
  readonly attempts: readonly AttemptRow[];
}

/** One line in one file, and what became of it. */
export interface AttemptRow {
  readonly id: string;
  readonly lineId: string;
  readonly lineNo: number;
  readonly name: string;
  readonly bankName: string;
  readonly accountMasked: string;
  readonly amountFen: Fen;
  readonly state: AttemptState;
  /** In the bank's words. */
  readonly reason: string;
  readonly paidOn: string | null;
  /** The reviewer who has released the number; empty for nobody. */
  readonly releasedByName: string;
}

export interface WagePaymentPage {
  readonly waiting: readonly WaitingRow[];
  readonly payments: readonly PaymentRow[];
  readonly counts: { readonly sent: number; readonly paid: number; readonly failed: number };
}

/** How far a sheet's money is: what waits, what went out, what came of it. */
export function viewWagePayment(
  actor: Actor,
  sheet: SheetScope & { readonly id: string },
): Promise<WagePaymentPage> {
  const sheetId = sheet.id;
  return inTransaction(actor, async (tx) => {
    const states = await tx.wageLine.findMany({
      where: { sheetId, removedAt: null },
      select: { id: true, paymentState: true, accountId: true },
    });
    const accountOf = new Map(states.map(({ id, accountId }) => [id, accountId]));
    const waiting = await findWagesToSend(tx, sheet);
    const payments = await tx.wagePayment.findMany({
      where: { sheetId },
      include: { attempts: { include: ATTEMPT } },
      orderBy: { number: "asc" },
    });
    const count = (state: string) => states.filter((one) => one.paymentState === state).length;
    return {
      waiting: waiting.map(({ id, lineNo, name, payFen, account, obstacle, failed }) => ({
        ...{ id, lineNo, name, payFen: fen(payFen), obstacle: obstacle ?? "" },
        bankName: account?.bankName ?? "",
        accountMasked: account === null ? "" : maskedAccount(account),
        before: failed.map(({ number, reason }) => `第 ${number} 次失败：${reason}`).join("；"),
        isNewAccount: account !== null && account.id !== accountOf.get(id),
      })),
      payments: payments.map((row) => ({
        ...{ id: row.id, number: row.number, lineCount: row.lineCount, fileName: row.fileName },
        ...{ totalFen: fen(row.totalFen), madeByName: row.madeByName },
        ...{ madeAt: row.madeAt.toISOString(), resultFileName: row.resultFileName },
        ...{ resultByName: row.resultByName ?? "", paidCount: row.paidCount },
        ...{ resultAt: row.resultAt?.toISOString() ?? null, failedCount: row.failedCount },
        withdrawn: row.withdrawnAt && {
          at: row.withdrawnAt.toISOString(),
          ...{ byName: row.withdrawnByName ?? "", reason: row.withdrawReason ?? "" },
        },
        attempts: row.attempts
          .map(attemptRow)
          .sort((a, b) => a.lineNo - b.lineNo || (a.id < b.id ? -1 : 1)),
      })),
      counts: { sent: count("SENT"), paid: count("PAID"), failed: count("FAILED") },
    };
  });
}

const ATTEMPT = {
  line: { select: { lineNo: true, name: true } },
  account: { select: { id: true, bankName: true, accountSealed: true } },
} satisfies Prisma.WageAttemptInclude;

function attemptRow(row: Prisma.WageAttemptGetPayload<{ include: typeof ATTEMPT }>): AttemptRow {
  const { id, lineId, line, account, reason } = row;
  return {
    ...{ id, lineId, lineNo: line.lineNo, name: line.name, reason },
    ...{ bankName: account.bankName, accountMasked: maskedAccount(account) },
    ...{ amountFen: fen(row.amountFen), state: row.state as AttemptState },
    paidOn: row.paidOn?.toISOString().slice(0, 10) ?? null,
    releasedByName: row.releasedByName ?? "",
  };
}
