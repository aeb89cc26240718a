import { Prisma } from "~/platform/prisma/client.server";

/**
 * Standing placements of the workshop `w`'s county at its employer, with the workplace in the county, in work on the
 * day; the last day of work still counts (domain/placements isInWorkOn).
 */
export function workingAt(on: string, onlyPoor: boolean): Prisma.Sql {
  const poor = onlyPoor ? Prisma.sql`AND p.verified_category IS NOT NULL` : Prisma.empty;
  return Prisma.sql`p.employer_id = w.employer_id AND p.county_code = w.county_code
    AND p.destination = 'LOCAL' AND p.removed_at IS NULL AND p.started_on <= ${on}::date
    AND coalesce(p.ended_on >= ${on}::date, true) ${poor}`;
}

/** How many persons that are: one who has two lines there is one. */
export function workersOf(on: string, onlyPoor: boolean): Prisma.Sql {
  return Prisma.sql`(SELECT count(DISTINCT p.person_id)::int FROM placement p
    WHERE ${workingAt(on, onlyPoor)})`;
}
