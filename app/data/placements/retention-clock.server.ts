import { SOON_DAYS, type RetentionState } from "~/domain/placements/retention-state";
import { Prisma } from "~/platform/prisma/client.server";

/**
 * The rule of `domain/placements/retention` as tables, for whole counties at once: `clock` holds each person's current
 * spell on the day `on` with the full months (0 to 6) and those proved from the first on. `gapRows`: (county_code,
 * days) of the counties asked for. A test holds both equal.
 */
export function retentionClock(gapRows: Prisma.Sql, on: string): Prisma.Sql {
  return Prisma.sql`WITH gap(county_code, days) AS (VALUES ${gapRows}),
  ${spells(on)}, ${clocks(on)}, ${months()}, ${proofs()}, ${proved()}`;
}

/** Which rows of `clock` stand there before the milestone of so many months; as `retentionStateOf` says. */
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
      return Prisma.sql`(months < ${m} AND is_over)`;
  }
}

/** `jobs`: the placements of each person's latest spell, with the days to the one before. */
function spells(on: string): Prisma.Sql {
  return Prisma.sql`
  begun AS (
    SELECT p.id, p.county_code, p.person_id, p.started_on AS from_on, g.days AS allowed,
      least(coalesce(p.ended_on, 'infinity'), ${on}::date) AS to_on,
      coalesce(p.ended_on, 'infinity') AS ended_on, p.contract_from, p.contract_to
    FROM placement p JOIN gap g ON g.county_code = p.county_code
    WHERE p.removed_at IS NULL AND p.started_on <= ${on}::date),
  walked AS (
    SELECT *, from_on - max(to_on) OVER (PARTITION BY person_id ORDER BY from_on, id
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) - 1 AS since FROM begun),
  numbered AS (
    SELECT *, count(*) FILTER (WHERE since > allowed)
      OVER (PARTITION BY person_id ORDER BY from_on, id) AS spell FROM walked),
  jobs AS (
    SELECT *, count(*) FILTER (WHERE since > 0)
      OVER (PARTITION BY person_id ORDER BY from_on, id) AS stretch
    FROM (SELECT *, max(spell) OVER (PARTITION BY person_id) AS latest FROM numbered) n
    WHERE spell = latest)`;
}

/** `stretch`: days worked without a break, with the days worked before; `spell`: one row a person. */
function clocks(on: string): Prisma.Sql {
  return Prisma.sql`
  stretch AS (
    SELECT person_id, county_code, allowed, min(from_on) AS from_on, max(ended_on) AS ended_on,
      max(to_on) - min(from_on) + 1 AS days,
      coalesce(sum(max(to_on) - min(from_on) + 1) OVER (PARTITION BY person_id ORDER BY min(from_on)
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::int AS days_before
    FROM jobs GROUP BY person_id, county_code, allowed, stretch),
  spell AS (
    SELECT person_id, county_code, allowed, min(from_on) AS first_on, max(ended_on) AS ended_on,
      sum(days)::int AS worked, array_agg(from_on ORDER BY from_on) AS froms,
      array_agg(days_before ORDER BY from_on) AS befores
    FROM stretch GROUP BY person_id, county_code, allowed),
  ${lengths()},
  timed AS (
    SELECT s.*, l.days, width_bucket(s.worked, l.days) AS months,
      s.ended_on >= ${on}::date AS in_work,
      CASE WHEN s.ended_on = 'infinity' THEN false
        ELSE ${on}::date > s.ended_on + s.allowed + 1 END AS is_over
    FROM spell s JOIN length l ON l.first_on = s.first_on)`;
}

/**
 * `length`: the days that 1 to 6 months take from each first day on, worked out once for all who share it: to the day
 * before the same day of the month, or the shorter month's last.
 */
function lengths(): Prisma.Sql {
  const next = Prisma.sql`(first_on + make_interval(months => m))::date`;
  return Prisma.sql`
  length AS MATERIALIZED (
    SELECT first_on, ARRAY(SELECT ${next} - first_on
        + CASE WHEN extract(day FROM ${next}) < extract(day FROM first_on) THEN 1 ELSE 0 END
      FROM generate_series(1, 6) m ORDER BY m) AS days
    FROM (SELECT DISTINCT first_on FROM spell) d)`;
}

/**
 * `month`: first and last day of each full month, and the calendar month whose papers speak for it, by days alone: a
 * timestamp of each month would take longer than all the rest. OFFSET 0 keeps each day from being worked out thrice.
 */
function months(): Prisma.Sql {
  const dayOf = (count: Prisma.Sql) => Prisma.sql`CASE WHEN cardinality(t.froms) = 1
    THEN t.first_on + ${count} - 1
    ELSE (SELECT u.f + (${count} - u.c - 1) FROM unnest(t.froms, t.befores) AS u(f, c)
      WHERE u.c < ${count} ORDER BY u.c DESC LIMIT 1) END`;
  return Prisma.sql`
  month AS (
    SELECT person_id, m, from_on, to_on, near - date_part('day', near)::int + 1 AS papers
    FROM (SELECT *, from_on + CASE WHEN date_part('day', from_on) > 15 THEN 16 ELSE 0 END AS near
      FROM (SELECT t.person_id, m, ${dayOf(Prisma.sql`(coalesce(t.days[m - 1], 0) + 1)`)} AS from_on,
        ${dayOf(Prisma.sql`t.days[m]`)} AS to_on
        FROM timed t CROSS JOIN generate_series(1, t.months) m OFFSET 0) d) n)`;
}

/** `proof`: the months, some more than once, that a standing paper or a call speaks for (`domain/placements/retention-proof`). */
function proofs(): Prisma.Sql {
  return Prisma.sql`
  proof AS (
    SELECT m.person_id, m.m FROM month m JOIN begun j ON j.person_id = m.person_id
      JOIN placement_evidence e ON e.placement_id = j.id AND e.voided_at IS NULL
    WHERE CASE WHEN e.kind = 'CONTRACT'
      THEN greatest(j.from_on, j.contract_from) <= m.from_on
        AND least(j.ended_on, j.contract_to) >= m.to_on
      ELSE j.from_on <= m.to_on AND j.ended_on >= m.from_on
        AND m.papers BETWEEN e.from_month AND e.to_month END
    UNION ALL
    SELECT m.person_id, m.m FROM month m JOIN begun j ON j.person_id = m.person_id
      JOIN follow_up f ON f.placement_id = j.id AND f.outcome = 'ON_JOB'
        AND f.voided_at IS NULL
        AND f.contacted_on BETWEEN m.from_on AND m.to_on)`;
}

/** `clock`: the spell with its proved months, from the first on: as many as `bits` has ones before its first nought. */
function proved(): Prisma.Sql {
  return Prisma.sql`
  seen AS (SELECT person_id, bit_or(1 << (m - 1)) AS bits FROM proof GROUP BY person_id),
  clock AS MATERIALIZED (
    SELECT t.*, coalesce(width_bucket(~s.bits & (s.bits + 1), ARRAY[2, 4, 8, 16, 32, 64]), 0)
      AS proved
    FROM timed t LEFT JOIN seen s ON s.person_id = t.person_id)`;
}
