import type { Actor } from "~/domain/access/actor";
import { narrowedTo } from "~/domain/access/policy";
import { EXPENDITURE_CATEGORY_LABELS, type ExpenditureCategory } from "~/domain/funds/pot";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { isUuid } from "~/platform/http/list-address.server";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** counted: reviewed or of claims; pending: entered and not reviewed; direct: not of claims; void: taken out. */
export type SpendingState = "all" | "counted" | "pending" | "direct" | "void";

export interface SpendingLine {
  readonly id: string;
  readonly spentOn: string;
  readonly amountFen: Fen;
  readonly category: string;
  readonly purpose: string;
  readonly payee: string;
  readonly voucherNo: string;
  readonly state: "counted" | "pending" | "void";
  readonly isOfClaims: boolean;
  /** A subsidy that came back, below nought. */
  readonly isRepayment: boolean;
}

export interface SpendingPage extends KeyPage<SpendingLine> {
  /** Of everything the state takes in, not of the page alone. */
  readonly totalFen: Fen;
  readonly total: number;
}

interface Found {
  readonly id: string;
  readonly spentOn: string;
  readonly amountFen: bigint;
  readonly category: ExpenditureCategory;
  readonly purpose: string;
  readonly payee: string;
  readonly voucherNo: string;
  readonly isCounted: boolean;
  readonly isVoid: boolean;
  readonly isOfClaims: boolean;
  /** A subsidy that came back, below nought. */
  readonly isRepayment: boolean;
}

const CONDITIONS: Readonly<Record<SpendingState, Prisma.Sql>> = {
  all: Prisma.sql`e.voided_at IS NULL`,
  counted: Prisma.sql`e.voided_at IS NULL
    AND (e.reviewed_at IS NOT NULL OR e.claim_payment_id IS NOT NULL)`,
  pending: Prisma.sql`e.voided_at IS NULL AND e.reviewed_at IS NULL AND e.claim_payment_id IS NULL`,
  direct: Prisma.sql`e.voided_at IS NULL AND e.claim_payment_id IS NULL AND e.clawback_id IS NULL`,
  void: Prisma.sql`e.voided_at IS NOT NULL`,
};

/** What was paid out of a pot, the latest first; the pot must be one the actor sees. */
export function listSpending(
  actor: Actor,
  asked: { readonly potId: string; readonly state: SpendingState },
  { cursor, size }: { readonly cursor: KeyCursor; readonly size: number },
  today: CalendarDate,
): Promise<SpendingPage> {
  const { potId, state } = asked;
  const where = Prisma.sql`e.pot_id = ${potId}::uuid AND ${CONDITIONS[state]}`;
  const isBack = cursor.before !== null;
  const key = cursor.after ?? cursor.before;
  const way = isBack ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const than = isBack ? Prisma.sql`>` : Prisma.sql`<`;
  const beyond = isUuid(key ?? undefined)
    ? Prisma.sql`AND (e.spent_on, e.id) ${than} (SELECT k.spent_on, k.id FROM expenditure k
        WHERE k.id = ${key}::uuid)`
    : Prisma.empty;
  return inTransaction(narrowedTo(actor, "fund.read", today), async (tx) => {
    const rows = await tx.$queryRaw<Found[]>`
      SELECT e.id, e.spent_on::text AS "spentOn", e.amount_fen AS "amountFen", e.category,
        e.purpose, e.payee, e.voucher_no AS "voucherNo", e.voided_at IS NOT NULL AS "isVoid",
        e.claim_payment_id IS NOT NULL AS "isOfClaims", e.clawback_id IS NOT NULL AS "isRepayment",
        (e.reviewed_at IS NOT NULL OR e.claim_payment_id IS NOT NULL) AS "isCounted"
      FROM expenditure e WHERE ${where} ${beyond}
      ORDER BY e.spent_on ${way}, e.id ${way} LIMIT ${size + 1}`;
    const [all] = await tx.$queryRaw<{ n: number; sum: bigint }[]>`
      SELECT count(*)::int AS n, coalesce(sum(e.amount_fen), 0)::bigint AS sum
      FROM expenditure e WHERE ${where}`;
    const page = keyPage(rows.map(lineOf), size, cursor, (row) => row.id);
    return { ...page, total: all?.n ?? 0, totalFen: fen(Number(all?.sum ?? 0n)) };
  });
}

function lineOf({ amountFen, category, isVoid, isCounted, ...row }: Found): SpendingLine {
  return {
    ...{ ...row, amountFen: fen(Number(amountFen)) },
    category: EXPENDITURE_CATEGORY_LABELS[category],
    state: isVoid ? "void" : isCounted ? "counted" : "pending",
  };
}
