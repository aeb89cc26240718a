import type { PoolClient } from "pg";
import type { EngagementFact, OtherClaim } from "~/domain/claims/facts";
import type { PageLine } from "./line-page.server";

/** Other standing claims of the people, of any county, by line. */
export async function otherClaimsOf(
  client: PoolClient,
  lines: readonly PageLine[],
): Promise<ReadonlyMap<string, readonly OtherClaim[]>> {
  const { rows } = await client.query<OtherClaim & { readonly lineId: string }>(
    `SELECT line_id AS "lineId", kind, same_source AS "sameSource", same_county AS "sameCounty",
       same_fund AS "sameFund", year::int, period_from::text AS "periodFrom", period_to::text AS "periodTo",
       amount_fen AS "amountFen", is_paid AS "isPaid", standing FROM other_claims($1::uuid[])`,
    [lines.map(({ id }) => id)],
  );
  return byLine(rows);
}

/**
 * Other work and classes of the people in the lines' periods, by line. A job beside something else is settled once
 * somebody has looked at it (placement_overlap): the line's own, or the other one. The placement that is a post itself
 * is none beside it.
 */
export async function engagementsOf(
  client: PoolClient,
  lines: readonly PageLine[],
): Promise<ReadonlyMap<string, readonly EngagementFact[]>> {
  const { rows } = await client.query<EngagementFact & { readonly lineId: string }>(
    `WITH asked AS MATERIALIZED (
       SELECT l.id, l.id_index, l.county_code, l.source_kind, l.source_id, l.period_from, l.period_to,
         row_number() OVER (ORDER BY l.id)::int AS at, w.appointment_id, r.class_id, h.employer
       FROM claim_line l LEFT JOIN wage_line w ON w.id = l.source_id AND l.source_kind = 'WAGE_LINE'
         LEFT JOIN post_appointment h ON h.id = w.appointment_id
         LEFT JOIN roster_line t ON t.id = l.source_id AND l.source_kind = 'ROSTER_LINE'
         LEFT JOIN roster r ON r.id = t.roster_id
       WHERE l.id = ANY ($1::uuid[])),
     found AS (
       SELECT e.at, e.kind, e.subject_id, e.starts_on, e.ends_on
       FROM other_engagements(ARRAY(SELECT id_index FROM asked ORDER BY at),
         ARRAY(SELECT period_from FROM asked ORDER BY at), ARRAY(SELECT period_to FROM asked ORDER BY at),
         ARRAY(SELECT coalesce(appointment_id, source_id) FROM asked ORDER BY at)) e),
     beside_posts AS (
       SELECT (ARRAY(SELECT at FROM asked WHERE appointment_id IS NOT NULL ORDER BY at))[e.at] AS at,
         e.subject_id, e.starts_on
       FROM jobs_beside_post(ARRAY(SELECT id_index FROM asked WHERE appointment_id IS NOT NULL ORDER BY at),
         ARRAY(SELECT h.starts_on FROM asked a JOIN post_appointment h ON h.id = a.appointment_id ORDER BY at),
         ARRAY(SELECT h.ends_on FROM asked a JOIN post_appointment h ON h.id = a.appointment_id ORDER BY at),
         ARRAY(SELECT county_code FROM asked WHERE appointment_id IS NOT NULL ORDER BY at),
         ARRAY(SELECT employer FROM asked WHERE appointment_id IS NOT NULL ORDER BY at)) e)
     SELECT a.id AS "lineId", f.kind, f.starts_on::text AS from, f.ends_on::text AS to,
       f.subject_id IS NOT NULL AS "sameCounty",
       EXISTS (SELECT FROM placement_overlap o WHERE o.checked_at IS NOT NULL
         AND o.placement_id IN (CASE WHEN a.source_kind = 'PLACEMENT' THEN a.source_id END,
           CASE WHEN f.kind = 'placement' THEN f.subject_id END)) AS "isSettled"
     FROM found f JOIN asked a ON a.at = f.at
     WHERE (f.kind <> 'class' OR f.subject_id IS DISTINCT FROM a.class_id)
       AND (f.kind <> 'placement' OR a.appointment_id IS NULL OR EXISTS (SELECT FROM beside_posts j
         WHERE j.at = a.at AND j.starts_on = f.starts_on AND j.subject_id IS NOT DISTINCT FROM f.subject_id))
     ORDER BY a.at, f.starts_on`,
    [lines.map(({ id }) => id)],
  );
  return byLine(rows);
}

function byLine<T extends { readonly lineId: string }>(rows: readonly T[]) {
  const found = new Map<string, Omit<T, "lineId">[]>();
  for (const { lineId, ...one } of rows) {
    const own = found.get(lineId);
    if (own === undefined) found.set(lineId, [one]);
    else own.push(one);
  }
  return found;
}
