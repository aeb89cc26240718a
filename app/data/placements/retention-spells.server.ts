import { Prisma } from "~/platform/prisma/client.server";

/** The tables from `begun` (jobs as known on the day) to `timed` (every spell with its full months). */
export function retentionSpells(on: string): Prisma.Sql {
  return Prisma.sql`${lost(on)}, ${jobs(on)}, ${stretches()}, ${lengths()}, ${timed(on)}`;
}

/** `lost`: who was found lost by the day and not heard of since, with the day he was last seen (`knownOn`). */
function lost(on: string): Prisma.Sql {
  return Prisma.sql`
  lost AS MATERIALIZED (
    SELECT p.id, greatest(p.started_on, c.on_day, e.on_day) AS seen_on
    FROM (SELECT DISTINCT f.placement_id FROM gap g JOIN follow_up f ON f.county_code = g.county_code
        AND f.outcome = 'LOST' AND f.voided_at IS NULL AND f.contacted_on <= ${on}::date) s
    CROSS JOIN LATERAL (SELECT f.placement_id, f.outcome, f.contacted_on AS on_day FROM follow_up f
      WHERE f.placement_id = s.placement_id AND f.voided_at IS NULL
        AND f.contacted_on <= ${on}::date AND f.outcome NOT IN ('NO_ANSWER', 'REFUSED')
      ORDER BY f.contacted_on DESC, f.recorded_at DESC, f.id DESC LIMIT 1) l
    JOIN placement p ON p.id = l.placement_id AND p.ended_on IS NULL
    CROSS JOIN LATERAL (SELECT max(contacted_on) AS on_day FROM follow_up
      WHERE placement_id = p.id AND outcome = 'ON_JOB' AND voided_at IS NULL
        AND contacted_on <= l.on_day) c
    CROSS JOIN LATERAL (SELECT max(least((to_month + interval '1 month')::date - 1, l.on_day)) AS on_day
      FROM placement_evidence
      WHERE placement_id = p.id AND voided_at IS NULL AND from_month <= l.on_day) e
    WHERE l.outcome = 'LOST')`;
}

/** `jobs`: the placements with the number of their spell, and of the stretch without a break in it. */
function jobs(on: string): Prisma.Sql {
  const end = Prisma.sql`coalesce(l.seen_on, p.ended_on, 'infinity')`;
  return Prisma.sql`
  begun AS MATERIALIZED (
    SELECT p.id, p.county_code, p.person_id, p.started_on AS from_on, g.days AS allowed,
      least(${end}, ${on}::date) AS to_on, ${end} AS ended_on, l.id IS NOT NULL AS is_lost,
      greatest(p.started_on, p.contract_from) AS agreed_from, p.contract_to IS NOT NULL AS is_dated,
      least(${end}, p.contract_to) AS agreed_to
    FROM placement p JOIN gap g ON g.county_code = p.county_code LEFT JOIN lost l ON l.id = p.id
    WHERE p.removed_at IS NULL AND p.started_on <= ${on}::date),
  walked AS (
    SELECT *, from_on - max(to_on) OVER (PARTITION BY person_id ORDER BY from_on, id
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) - 1 AS since FROM begun),
  jobs AS (
    SELECT *, count(*) FILTER (WHERE since > allowed) OVER w AS spell,
      count(*) FILTER (WHERE since > 0) OVER w AS stretch
    FROM walked WINDOW w AS (PARTITION BY person_id ORDER BY from_on, id))`;
}

/** `stretch`: days worked without a break, with the days worked before in its spell; `spell`: its stretches as one row. */
function stretches(): Prisma.Sql {
  return Prisma.sql`
  stretch AS (
    SELECT person_id, spell, county_code, allowed, min(from_on) AS from_on, max(ended_on) AS ended_on,
      max(ended_on) FILTER (WHERE is_lost) AS lost_on, max(to_on) - min(from_on) + 1 AS days,
      coalesce(sum(max(to_on) - min(from_on) + 1) OVER (PARTITION BY person_id, spell
        ORDER BY min(from_on) ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)::int AS days_before
    FROM jobs GROUP BY person_id, spell, county_code, allowed, stretch),
  spell AS (
    SELECT person_id, spell, county_code, allowed, min(from_on) AS first_on,
      max(ended_on) AS ended_on, coalesce(max(lost_on) = max(ended_on), false) AS is_lost,
      sum(days)::int AS worked, array_agg(from_on ORDER BY from_on) AS froms,
      array_agg(days_before ORDER BY from_on) AS befores
    FROM stretch GROUP BY person_id, spell, county_code, allowed)`;
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

/** `timed`: a spell with its full months, and whether it is over: without the next job in time, and not lost. */
function timed(on: string): Prisma.Sql {
  return Prisma.sql`
  timed AS (
    SELECT s.*, cardinality(s.froms) = 1 AS is_whole, l.days, width_bucket(s.worked, l.days) AS full_months,
      s.ended_on >= ${on}::date AND NOT s.is_lost AS in_work,
      CASE WHEN s.ended_on = 'infinity' OR s.is_lost THEN false
        ELSE ${on}::date > s.ended_on + s.allowed + 1 END AS is_over
    FROM spell s JOIN length l ON l.first_on = s.first_on)`;
}
