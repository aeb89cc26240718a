import type { PeopleKind } from "~/domain/targets/people-list";
import type { UnitGap } from "~/domain/targets/unit-gap";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import type { DaysOfList } from "./placed-people.server";
import { unitsOf, type CountingRule } from "./measure-counts.server";

/** A fair, class or trained leader behind a figure. */
export interface CountedUnit {
  readonly id: string;
  readonly label: string;
  readonly on: string;
  /** Address of its own page. */
  readonly page: string;
  readonly wasHeld: boolean;
  /** None when it counts. */
  readonly gaps: readonly UnitGap[];
}

/** Fairs and classes of a county in a year are few: the list is whole, with a bound against accidents. */
const MOST = 2000;

export function listUnits(
  tx: Tx,
  counting: Extract<CountingRule, { by: "events" }>,
  kind: PeopleKind,
  days: DaysOfList | null,
): Promise<CountedUnit[]> {
  const within =
    days === null
      ? Prisma.sql`true`
      : Prisma.sql`on_day BETWEEN ${days.from}::date AND ${days.to}::date`;
  return tx.$queryRaw<CountedUnit[]>`
    SELECT id, label, to_char(on_day, 'YYYY-MM-DD') AS on, page, was_held AS "wasHeld", gaps
    FROM (${unitsOf(counting)}) AS units WHERE ${onList(kind)} AND ${within} ORDER BY on_day, id LIMIT ${MOST}`;
}

function onList(kind: PeopleKind): Prisma.Sql {
  switch (kind) {
    case "registered":
      return Prisma.sql`true`;
    case "verified":
      return Prisma.sql`was_held`;
    case "proved":
      return Prisma.sql`cardinality(gaps) = 0`;
    case "missing":
      return Prisma.sql`cardinality(gaps) > 0`;
  }
}
