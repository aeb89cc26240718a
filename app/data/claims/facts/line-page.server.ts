import type { PoolClient } from "pg";
import type { ClaimKind, ClaimSource, ClaimUnit } from "~/domain/claims/claim";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Fen } from "~/domain/shared/fen";

/** A standing line as it is written. */
export interface PageLine {
  readonly id: string;
  readonly lineNo: number;
  readonly kind: ClaimKind;
  readonly sourceKind: ClaimSource;
  readonly sourceId: string;
  readonly countyCode: string;
  readonly year: number;
  readonly eventOn: CalendarDate;
  readonly periodFrom: CalendarDate;
  readonly periodTo: CalendarDate;
  readonly quantity: number;
  readonly unit: ClaimUnit;
  readonly rateFen: Fen | null;
  readonly amountFen: Fen;
  readonly personId: string;
  /** Blind index, for what reaches beyond the county. */
  readonly idIndex: Buffer;
  readonly name: string;
}

/** The next so many lines of a batch behind a place in its order. */
export async function pageOfLines(
  client: PoolClient,
  batchId: string,
  after: { readonly lineNo: number; readonly id: string } | null,
  most: number,
): Promise<readonly PageLine[]> {
  const { rows } = await client.query<PageLine>(
    `SELECT id, line_no AS "lineNo", kind, source_kind AS "sourceKind", source_id AS "sourceId",
       county_code AS "countyCode", year::int, event_on::text AS "eventOn", period_from::text AS "periodFrom",
       period_to::text AS "periodTo", quantity::float8 AS quantity, unit, rate_fen AS "rateFen",
       amount_fen AS "amountFen", person_id AS "personId", id_index AS "idIndex", name
     FROM claim_line WHERE batch_id = $1 AND removed_at IS NULL
       AND ($2::int IS NULL OR (line_no, id) > ($2, $3::uuid))
     ORDER BY line_no, id LIMIT $4`,
    [batchId, after?.lineNo ?? null, after?.id ?? null, most],
  );
  return rows;
}
