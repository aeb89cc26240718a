import type { Actor } from "~/domain/access/actor";
import type { RosterState } from "~/domain/rosters/roster";
import type { FilingState } from "~/domain/training/filing";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { className } from "~/domain/training/training-class";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface ClassFilter {
  /** Six digits; empty for every county in scope. */
  readonly county: string;
  /** Year of the first day; null for all. */
  readonly year: number | null;
  readonly filing: FilingState | null;
  /** Part of the class's name. */
  readonly name: string;
}

export interface ClassRow {
  readonly id: string;
  readonly label: string;
  readonly countyName: string;
  readonly trade: string;
  readonly providerName: string;
  readonly place: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly filingState: FilingState;
  readonly rosterId: string | null;
  readonly rosterState: RosterState | null;
  readonly headcount: number;
}

type StoredClass = Omit<ClassRow, "label" | "countyName"> & {
  readonly name: string;
  readonly term: string;
  readonly countyCode: string;
};

/** The classes of the actor's counties, the latest first, one page of them. */
export async function listClasses(
  actor: Actor,
  filter: ClassFilter,
  size: number,
  cursor: KeyCursor,
): Promise<KeyPage<ClassRow>> {
  const backwards = cursor.before !== null;
  const order = backwards ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const fetched = await inTransaction(
    actor,
    (tx) => tx.$queryRaw<StoredClass[]>`
      SELECT c.id, c.name, c.term, c.county_code AS "countyCode", c.trade,
        c.provider_name AS "providerName", c.place, c.starts_on::text AS "startsOn",
        c.ends_on::text AS "endsOn", c.filing_state AS "filingState", r.id AS "rosterId", r.state AS "rosterState",
        coalesce(r.headcount, 0) AS headcount
      FROM training_class c LEFT JOIN roster r ON r.class_id = c.id
      WHERE ${matching(filter)} AND ${beyond(cursor)}
      ORDER BY c.starts_on ${order}, c.id ${order} LIMIT ${size + 1}`,
  );
  const rows = fetched.map(({ name, term, countyCode, ...row }) => ({
    ...row,
    label: className({ name, term }),
    countyName: regionName(countyCode) ?? countyCode,
  }));
  return keyPage(rows, size, cursor, (row) => row.id);
}

function matching({ county, year, filing, name }: ClassFilter): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`];
  if (county !== "") conditions.push(Prisma.sql`c.county_code = ${county}`);
  if (year !== null) {
    conditions.push(Prisma.sql`c.starts_on >= make_date(${year}::int, 1, 1)
      AND c.starts_on < make_date(${year + 1}::int, 1, 1)`);
  }
  if (filing !== null) conditions.push(Prisma.sql`c.filing_state = ${filing}`);
  if (name !== "") conditions.push(Prisma.sql`strpos(c.name || c.term, ${name}) > 0`);
  return Prisma.join(conditions, " AND ");
}

function beyond({ before, after }: KeyCursor): Prisma.Sql {
  const id = before ?? after;
  if (id === null) return Prisma.sql`TRUE`;
  const edge = Prisma.sql`(SELECT e.starts_on, e.id FROM training_class e WHERE e.id = ${id}::uuid)`;
  return before === null
    ? Prisma.sql`(c.starts_on, c.id) < ${edge}`
    : Prisma.sql`(c.starts_on, c.id) > ${edge}`;
}
