import type { RosterState } from "~/domain/rosters/roster";
import { Prisma } from "~/platform/prisma/client.server";

/** What the roster list is narrowed down to; empty texts narrow nothing. */
export interface RosterFilter {
  readonly county: string;
  /** Part of class and term. */
  readonly className: string;
  readonly state: RosterState | null;
  /** Only rosters (or lines) with something to look at. */
  readonly onlyProblems: boolean;
}

/** The filter over `roster r` and its `training_class c`. */
export function rosterConditions(filter: RosterFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (filter.county !== "") conditions.push(Prisma.sql`r.county_code = ${filter.county}`);
  if (filter.className !== "") {
    conditions.push(Prisma.sql`strpos(c.name || c.term, ${filter.className}) > 0`);
  }
  if (filter.state !== null) conditions.push(Prisma.sql`r.state = ${filter.state}`);
  if (filter.onlyProblems) {
    conditions.push(Prisma.sql`(r.problem_count > 0 OR r.verified_count < r.headcount)`);
  }
  return Prisma.join(conditions, " AND ");
}

/** Text that begins with `prefix`, as a range of an index in byte order. */
export function beginsWith(column: Prisma.Sql, prefix: string): Prisma.Sql {
  return Prisma.sql`(${column} >= ${prefix} AND ${column} < ${`${prefix}\u{10FFFF}`})`;
}
