import type { PoolClient } from "pg";
import type { PotFacts } from "~/domain/claims/facts";
import type { CalendarDate } from "~/domain/shared/calendar-date";

/** What all lines of a batch share. */
export interface BatchFacts {
  /** The day it was handed in; null while it is drawn up. */
  readonly submittedOn: CalendarDate | null;
  readonly unit: { readonly isPaid: boolean; readonly hasAccount: boolean };
  readonly pot: PotFacts;
}

interface Row extends Omit<PotFacts, "purpose"> {
  readonly purpose: PotFacts["purpose"];
  readonly submittedOn: CalendarDate | null;
  readonly isUnitPaid: boolean;
  readonly hasAccount: boolean;
}

/**
 * The batch and its pot. What the batch takes of it is its lines less what was stopped or paid back, which is free for
 * others again; approved, it has committed that much itself, which is not counted as taken. A pot that was carried over has
 * what had come in the year before and was not spent there. Null: it is not to be seen.
 */
export async function batchFactsOf(
  client: PoolClient,
  batchId: string,
): Promise<BatchFacts | null> {
  const { rows } = await client.query<Row>(
    `SELECT CASE WHEN b.state NOT IN ('draft', 'returned')
         THEN (b.submitted_at AT TIME ZONE 'Asia/Shanghai')::date::text END AS "submittedOn",
       b.payee_unit IS NOT NULL AS "isUnitPaid", b.unit_account_sealed IS NOT NULL AS "hasAccount",
       p.id, p.year::int, p.purpose, p.amount_fen::float8 AS "amountFen", own.fen::float8 AS "batchFen",
       (p.committed_fen - CASE WHEN b.state IN ('approved', 'paid') THEN own.fen ELSE 0 END)::float8
         AS "committedFen",
       (came.fen + coalesce(carried.fen, 0))::float8 AS "receivedFen",
       p.is_locked AS "isLocked", p.closed_at IS NOT NULL AS "isClosed",
       p.implementer_region AS "implementerRegion", p.implementer_reason AS "implementerReason"
     FROM claim_batch b JOIN fund_pot p ON p.id = b.pot_id CROSS JOIN LATERAL (
       SELECT b.total_fen - coalesce(sum(CASE c.state WHEN 'repaid' THEN c.repaid_fen ELSE c.amount_fen END), 0) AS fen
       FROM claim_line l JOIN clawback c ON c.line_id = l.id AND c.state IN ('stopped', 'repaid')
       WHERE l.batch_id = b.id AND l.removed_at IS NULL) own
       CROSS JOIN LATERAL (SELECT coalesce(sum(r.amount_fen), 0) AS fen FROM fund_receipt r
         WHERE r.pot_id = p.id AND r.voided_at IS NULL) came
       LEFT JOIN LATERAL (
         SELECT least(p.amount_fen, greatest(0,
           (SELECT coalesce(sum(r.amount_fen), 0) FROM fund_receipt r
             WHERE r.pot_id = p.carried_from_id AND r.voided_at IS NULL)
           - (SELECT coalesce(sum(e.amount_fen), 0) FROM expenditure e WHERE e.pot_id = p.carried_from_id
             AND e.voided_at IS NULL AND (e.reviewed_at IS NOT NULL OR e.claim_payment_id IS NOT NULL)))) AS fen
       ) carried ON p.carried_from_id IS NOT NULL
     WHERE b.id = $1`,
    [batchId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { submittedOn, isUnitPaid, hasAccount, ...pot } = row;
  return { submittedOn, unit: { isPaid: isUnitPaid, hasAccount }, pot };
}
