import { SOON_DAYS, type RetentionState } from "~/domain/placements/retention-state";
import { Prisma } from "~/platform/prisma/client.server";
import { retentionProofs } from "./retention-proofs.server";
import { retentionSpells } from "./retention-spells.server";

/**
 * The rule of `domain/placements/retention` as tables, for whole counties at once: `clock` holds each person's spell
 * that stands on the day `on`, with the most full months (0 to 6) and the most proved from the first on of any of his
 * spells. `gapRows`: (county_code, days) of the counties asked for. A test holds both equal.
 */
export function retentionClock(gapRows: Prisma.Sql, on: string): Prisma.Sql {
  return Prisma.sql`WITH gap(county_code, days) AS (VALUES ${gapRows}),
  ${retentionSpells(on)}, ${retentionProofs(on)}, ${clock()}`;
}

/** Which rows of `clock` stand there before the milestone of so many months; as `retentionStandingOf` says. */
export function isInState(state: RetentionState, m: Prisma.Sql, on: string): Prisma.Sql {
  const left = Prisma.sql`(days[${m}] - worked)`;
  switch (state) {
    case "proved":
      return Prisma.sql`(months >= ${m} AND proved >= ${m})`;
    case "missing":
      return Prisma.sql`(months >= ${m} AND proved < ${m})`;
    case "soon":
      return Prisma.sql`(months < ${m} AND in_work AND ${left} <= ${SOON_DAYS}
        AND ${on}::date + ${left} <= ended_on)`;
    case "lost":
      return Prisma.sql`(months < ${m} AND is_lost)`;
    case "left":
      return Prisma.sql`(months < ${m} AND is_over)`;
  }
}

/**
 * `clock`: the spell that stands, and the best of all. A spell has as many proved months as `bits` has ones before its
 * first nought.
 */
function clock(): Prisma.Sql {
  const all = Prisma.sql`OVER (PARTITION BY person_id)`;
  return Prisma.sql`
  seen AS (SELECT person_id, spell, bit_or(1 << (m - 1)) AS bits FROM proof GROUP BY person_id, spell),
  weighed AS (
    SELECT t.*, coalesce(width_bucket(~s.bits & (s.bits + 1), ARRAY[2, 4, 8, 16, 32, 64]), 0) AS shown
    FROM timed t LEFT JOIN seen s ON s.person_id = t.person_id AND s.spell = t.spell),
  clock AS MATERIALIZED (
    SELECT DISTINCT ON (person_id) *, max(full_months) ${all} AS months, max(shown) ${all} AS proved
    FROM weighed ORDER BY person_id, spell DESC)`;
}
