import { maskedAccount } from "~/data/people/payee-account-store.server";
import type { Actor } from "~/domain/access/actor";
import type { AttemptState } from "~/domain/posts/wage";
import { fen, type Fen } from "~/domain/shared/fen";
import type { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findLinesToSend } from "./lines-to-send.server";
import { showUnitAccount, type ShownUnitAccount } from "./unit-account-store.server";

/** A line whose money is still to go out. */
export interface WaitingClaimLine {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly amountFen: Fen;
  readonly bankName: string;
  readonly accountMasked: string;
  readonly isNewAccount: boolean;
  readonly isFailed: boolean;
  /** Chinese; empty when it can go to the bank. */
  readonly obstacle: string;
}

/** One line in one file, and what became of it. */
export interface ClaimAttemptRow {
  readonly id: string;
  readonly lineId: string;
  readonly lineNo: number;
  readonly name: string;
  readonly account: string;
  readonly amountFen: Fen;
  readonly state: AttemptState;
  readonly reason: string;
  readonly paidOn: string | null;
  /** The reviewer who has released the number; empty for nobody. */
  readonly releasedByName: string;
}

export interface ClaimPaymentRow {
  readonly id: string;
  readonly number: number;
  readonly lineCount: number;
  readonly totalFen: Fen;
  readonly madeByName: string;
  /** Instants, ISO 8601. */
  readonly madeAt: string;
  readonly resultByName: string;
  readonly resultAt: string | null;
  readonly paidCount: number;
  readonly failedCount: number;
  readonly withdrawn: {
    readonly byName: string;
    readonly at: string;
    readonly reason: string;
  } | null;
  readonly attempts: readonly ClaimAttemptRow[];
}

export interface ClaimPaymentsPage {
  readonly waiting: readonly WaitingClaimLine[];
  readonly payments: readonly ClaimPaymentRow[];
  readonly unitAccount: ShownUnitAccount | null;
  readonly counts: Readonly<Record<"waiting" | "sent" | "paid" | "refused" | "stopped", number>>;
}

/** How far a claim's money is: what waits, what went out, what came of it. */
export function viewClaimPayments(
  actor: Actor,
  claim: { readonly id: string; readonly payeeUnit: string | null },
): Promise<ClaimPaymentsPage> {
  const batchId = claim.id;
  return inTransaction(actor, async (tx) => {
    const states = await tx.claimLine.groupBy({
      by: ["paymentState"],
      where: { batchId, removedAt: null },
      _count: true,
    });
    const count = (state: string | null) =>
      states.find(({ paymentState }) => paymentState === state)?._count ?? 0;
    const waiting = await findLinesToSend(tx, claim);
    const payments = await tx.claimPayment.findMany({
      where: { batchId },
      include: { attempts: { include: ATTEMPT, orderBy: { line: { lineNo: "asc" } } } },
      orderBy: { number: "asc" },
    });
    return {
      waiting: waiting.map(({ id, lineNo, name, amountFen, account, obstacle, ...line }) => ({
        ...{ id, lineNo, name, amountFen, isNewAccount: line.isNewAccount },
        ...{ isFailed: line.isFailed, obstacle: obstacle ?? "" },
        bankName: account?.bankName ?? "",
        accountMasked: account === null ? "" : maskedAccount(account),
      })),
      payments: payments.map((row) => paymentRow(row, claim.payeeUnit ?? "")),
      unitAccount: claim.payeeUnit === null ? null : await showUnitAccount(tx, batchId),
      counts: {
        ...{ waiting: count(null), sent: count("SENT"), paid: count("PAID") },
        ...{ refused: count("FAILED"), stopped: count("STOPPED") },
      },
    };
  });
}

const ATTEMPT = {
  line: { select: { lineNo: true, name: true } },
  account: { select: { id: true, bankName: true, accountSealed: true } },
} satisfies Prisma.ClaimAttemptInclude;

type Stored = Prisma.ClaimPaymentGetPayload<{ include: { attempts: { include: typeof ATTEMPT } } }>;

function paymentRow(row: Stored, unit: string): ClaimPaymentRow {
  return {
    ...{ id: row.id, number: row.number, lineCount: row.lineCount },
    ...{ totalFen: fen(Number(row.totalFen)), madeByName: row.madeByName },
    ...{ madeAt: row.madeAt.toISOString(), resultByName: row.resultByName ?? "" },
    ...{ resultAt: row.resultAt?.toISOString() ?? null, paidCount: row.paidCount },
    failedCount: row.failedCount,
    withdrawn: row.withdrawnAt && {
      at: row.withdrawnAt.toISOString(),
      ...{ byName: row.withdrawnByName ?? "", reason: row.withdrawReason ?? "" },
    },
    attempts: row.attempts.map(({ id, lineId, line, account, ...one }) => ({
      ...{ id, lineId, lineNo: line.lineNo, name: line.name, reason: one.reason },
      account: account === null ? unit : `${account.bankName} ${maskedAccount(account)}`,
      ...{ amountFen: fen(one.amountFen), state: one.state as AttemptState },
      paidOn: one.paidOn?.toISOString().slice(0, 10) ?? null,
      releasedByName: one.releasedByName ?? "",
    })),
  };
}
