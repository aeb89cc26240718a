import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { DayCount } from "~/domain/targets/counting";
import type { CountingBasis } from "~/domain/targets/measure";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

/** Which placements count: of whom, to where, begun when, and how they are added up. */
export interface PlacementRule {
  readonly areas: readonly string[];
  readonly destinations: readonly string[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly basis: CountingBasis;
  /** Destinations of the document's other measures when nobody may count for two of them; else empty. */
  readonly rivals: readonly string[];
}

/** In the registry on the first day, and with standing evidence: `isProved` of the domain, of a row `p`. */
export const PROVED = Prisma.sql`(p.verified_category IS NOT NULL AND p.evidence_count > 0)`;

const WORK_MEM = "64MB";

/**
 * Persons (or placements) per county and day proved, from the counting index alone. Whoever has several counts for
 * the day of his first proved one. Row-level security still stands under it.
 */
export async function countPlacements(tx: Tx, rule: PlacementRule): Promise<DayCount[]> {
  // A whole prefecture's people fit into memory; spilling them to disk would take longer than counting them.
  await tx.$executeRaw`SELECT set_config('work_mem', ${WORK_MEM}, true)`;
  return tx.$queryRaw<DayCount[]>`
    SELECT area AS "areaCode", to_char(proved_on, 'YYYY-MM-DD') AS on,
      count(*)::int AS registered, count(verified_on)::int AS verified
    FROM (${rule.basis === "HEADCOUNT" ? persons(rule) : placements(rule)}) AS units
    GROUP BY area, proved_on`;
}

function persons(rule: PlacementRule): Prisma.Sql {
  if (rule.rivals.length > 0) return personsOfOneMeasure(rule);
  return Prisma.sql`
    SELECT p.county_code AS area, p.person_id,
      min(p.started_on) FILTER (WHERE p.verified_category IS NOT NULL) AS verified_on,
      min(p.started_on) FILTER (WHERE ${PROVED}) AS proved_on
    FROM placement p WHERE ${inRule(rule, rule.destinations)}
    GROUP BY p.county_code, p.person_id`;
}

/** A person whose first proved placement went to another of the document's measures is not proved here. */
function personsOfOneMeasure(rule: PlacementRule): Prisma.Sql {
  const own = Prisma.sql`p.destination = ANY (${[...rule.destinations]}::text[])`;
  return Prisma.sql`
    SELECT area, person_id, verified_on, CASE WHEN is_own THEN proved_on END AS proved_on
    FROM (SELECT p.county_code AS area, p.person_id, bool_or(${own}) AS is_recorded,
        min(p.started_on) FILTER (WHERE ${own} AND p.verified_category IS NOT NULL) AS verified_on,
        min(p.started_on) FILTER (WHERE ${own} AND ${PROVED}) AS proved_on,
        (array_agg(${own} ORDER BY p.started_on, p.id) FILTER (WHERE ${PROVED}))[1] AS is_own
      FROM placement p WHERE ${inRule(rule, [...rule.destinations, ...rule.rivals])}
      GROUP BY p.county_code, p.person_id) AS people
    WHERE is_recorded`;
}

function placements(rule: PlacementRule): Prisma.Sql {
  const isOwn = rule.rivals.length === 0 ? Prisma.sql`true` : Prisma.sql`NOT ${wentToRival(rule)}`;
  return Prisma.sql`
    SELECT p.county_code AS area,
      CASE WHEN p.verified_category IS NOT NULL THEN p.started_on END AS verified_on,
      CASE WHEN ${PROVED} AND ${isOwn} THEN p.started_on END AS proved_on
    FROM placement p WHERE ${inRule(rule, rule.destinations)}`;
}

export function inRule(rule: PlacementRule, destinations: readonly string[]): Prisma.Sql {
  return Prisma.sql`p.county_code = ANY (${[...rule.areas]}::text[])
    AND p.destination = ANY (${[...destinations]}::text[])
    AND p.started_on BETWEEN ${rule.from}::date AND ${rule.to}::date AND p.removed_at IS NULL`;
}

/** Whether the first proved placement of the person of row `p` belongs to another measure of the document. */
export function wentToRival(rule: PlacementRule): Prisma.Sql {
  const all = [...rule.destinations, ...rule.rivals];
  return Prisma.sql`coalesce((SELECT f.destination = ANY (${[...rule.rivals]}::text[])
    FROM placement f WHERE f.person_id = p.person_id AND f.county_code = p.county_code
      AND f.destination = ANY (${all}::text[]) AND f.removed_at IS NULL
      AND f.started_on BETWEEN ${rule.from}::date AND ${rule.to}::date
      AND f.verified_category IS NOT NULL AND f.evidence_count > 0
    ORDER BY f.started_on, f.id LIMIT 1), false)`;
}
