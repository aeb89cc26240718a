import { maskedAccount } from "~/data/people/payee-account-store.server";
import type { Actor } from "~/domain/access/actor";
import { fen, type Fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findWagesToSend } from "./wages-to-send.server";

/** A line whose money is still to go out. */
export interface WaitingRow {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly payFen: Fen;
  readonly bankName: string;
  readonly accountMasked: string;
  /** Sent before, and failed. */
  readonly isAgain: boolean;
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
}

export interface WagePaymentPage {
  readonly waiting: readonly WaitingRow[];
  readonly payments: readonly PaymentRow[];
  readonly counts: { readonly sent: number; readonly paid: number; readonly failed: number };
}

/** How far a sheet's money is: what waits, what went out, what came of it. */
export function viewWagePayment(actor: Actor, sheetId: string): Promise<WagePaymentPage> {
  return inTransaction(actor, async (tx) => {
    const states = await tx.wageLine.findMany({
      where: { sheetId, removedAt: null },
      select: { id: true, paymentState: true, accountId: true },
    });
    const accountOf = new Map(states.map(({ id, accountId }) => [id, accountId]));
    const waiting = await findWagesToSend(tx, sheetId);
    const payments = await tx.wagePayment.findMany({
      where: { sheetId },
      orderBy: { number: "asc" },
    });
    const count = (state: string) => states.filter((one) => one.paymentState === state).length;
    return {
      waiting: waiting.map(({ id, lineNo, name, payFen, account, obstacle, failedAccountId }) => ({
        ...{ id, lineNo, name, payFen: fen(payFen), obstacle: obstacle ?? "" },
        bankName: account?.bankName ?? "",
        accountMasked: account === null ? "" : maskedAccount(account),
        isAgain: failedAccountId !== null,
        isNewAccount: account !== null && account.id !== accountOf.get(id),
      })),
      payments: payments.map((row) => ({
        ...{ id: row.id, number: row.number, lineCount: row.lineCount, fileName: row.fileName },
        ...{ totalFen: fen(row.totalFen), madeByName: row.madeByName },
        ...{ madeAt: row.madeAt.toISOString(), resultFileName: row.resultFileName },
        ...{ resultByName: row.resultByName ?? "", paidCount: row.paidCount },
        ...{ resultAt: row.resultAt?.toISOString() ?? null, failedCount: row.failedCount },
      })),
      counts: { sent: count("SENT"), paid: count("PAID"), failed: count("FAILED") },
    };
  });
}
