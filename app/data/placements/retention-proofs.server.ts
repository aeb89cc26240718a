import { Prisma } from "~/platform/prisma/client.server";

/** The tables from `month` (every full month of every spell) to `proof` (the months that something speaks for). */
export function retentionProofs(on: string): Prisma.Sql {
  return Prisma.sql`${months()}, ${signs(on)}, ${proofs()}`;
}

/**
 * `month`: first and last day of each full month, and the calendar month whose papers speak for it, by days alone: a
 * timestamp of each month would take longer than all the rest. OFFSET 0 keeps each day from being worked out thrice.
 */
function months(): Prisma.Sql {
  const dayOf = (count: Prisma.Sql) => Prisma.sql`CASE WHEN t.is_whole
    THEN t.first_on + ${count} - 1
    ELSE (SELECT u.f + (${count} - u.c - 1) FROM unnest(t.froms, t.befores) AS u(f, c)
      WHERE u.c < ${count} ORDER BY u.c DESC LIMIT 1) END`;
  return Prisma.sql`
  month AS (
    SELECT person_id, spell, m, is_whole, from_on, to_on, near - date_part('day', near)::int + 1 AS papers
    FROM (SELECT *, from_on + CASE WHEN date_part('day', from_on) > 15 THEN 16 ELSE 0 END AS near
      FROM (SELECT t.person_id, t.spell, t.is_whole, m,
        ${dayOf(Prisma.sql`(coalesce(t.days[m - 1], 0) + 1)`)} AS from_on,
        ${dayOf(Prisma.sql`t.days[m]`)} AS to_on
        FROM timed t CROSS JOIN generate_series(1, t.full_months) m OFFSET 0) d) n)`;
}

/** `paper`, `call`: what stands of each job; `contract`: with the days it covers, and whether the person was seen within them. */
function signs(on: string): Prisma.Sql {
  return Prisma.sql`
  paper AS MATERIALIZED (
    SELECT j.id, j.person_id, j.from_on, j.ended_on, j.agreed_from, j.agreed_to, e.kind,
      e.from_month, e.to_month, j.is_dated AND e.from_month <= j.agreed_to
        AND e.to_month >= j.agreed_from - date_part('day', j.agreed_from)::int + 1 AS is_sign
    FROM begun j JOIN placement_evidence e ON e.placement_id = j.id AND e.voided_at IS NULL),
  call AS MATERIALIZED (
    SELECT j.id, j.person_id, f.contacted_on,
      j.is_dated AND f.contacted_on BETWEEN j.agreed_from AND j.agreed_to AS is_sign
    FROM begun j JOIN follow_up f ON f.placement_id = j.id AND f.outcome = 'ON_JOB'
      AND f.voided_at IS NULL AND f.contacted_on <= ${on}::date),
  contract AS (
    SELECT id, person_id, agreed_from, agreed_to, id IN (SELECT id FROM paper WHERE is_sign
      UNION ALL SELECT id FROM call WHERE is_sign) AS is_signed
    FROM paper WHERE kind = 'CONTRACT' AND agreed_from <= agreed_to)`;
}

/**
 * `proof`: the months, some more than once, that a standing paper or a call speaks for (`domain/placements/retention-proof`).
 * In a spell without a gap the month of a call is worked out, not looked for.
 */
function proofs(): Prisma.Sql {
  return Prisma.sql`
  proof AS (
    SELECT m.person_id, m.spell, m.m FROM month m JOIN contract c ON c.person_id = m.person_id
      AND (c.agreed_from BETWEEN m.from_on AND m.to_on
        OR (c.is_signed AND c.agreed_from <= m.from_on AND c.agreed_to >= m.to_on))
    UNION ALL
    SELECT m.person_id, m.spell, m.m FROM month m JOIN paper p ON p.person_id = m.person_id
      AND m.papers BETWEEN p.from_month AND p.to_month
      AND p.from_on <= m.to_on AND p.ended_on >= m.from_on
    UNION ALL
    SELECT t.person_id, t.spell, width_bucket(c.contacted_on - t.first_on, t.days) + 1
    FROM timed t JOIN call c ON c.person_id = t.person_id AND c.contacted_on >= t.first_on
    WHERE t.is_whole AND width_bucket(c.contacted_on - t.first_on, t.days) < t.full_months
    UNION ALL
    SELECT m.person_id, m.spell, m.m FROM month m JOIN call c ON c.person_id = m.person_id
    WHERE NOT m.is_whole AND c.contacted_on BETWEEN m.from_on AND m.to_on)`;
}
