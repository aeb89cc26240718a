import type { Actor } from "~/domain/access/actor";
import { BOARD_STATES, type BoardFilter, type BoardState } from "~/domain/posts/board";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { placeConditions, settledMonths, stateCounts } from "./board-conditions.server";

/** How many posts each state's list has; `all` are those of the year. */
export type BoardTotals = Readonly<Record<BoardState, number>>;

export interface AreaTotals extends BoardTotals {
  readonly countyCode: string;
  readonly countyName: string;
  /** Empty where it is not asked for, or not written. */
  readonly township: string;
  readonly village: string;
}

/** Nobody reads on beyond these. */
const MOST_AREAS = 2000;

export async function boardTotals(
  actor: Actor,
  filter: BoardFilter,
  on: CalendarDate,
): Promise<BoardTotals> {
  const [row] = await inTransaction(
    actor,
    (tx) => tx.$queryRaw<BoardTotals[]>`
      WITH ${settledMonths(on)} SELECT ${stateCounts(filter.year, on)}
      FROM post_appointment p LEFT JOIN settled s ON s.id = p.id WHERE ${placeConditions(filter)}`,
  );
  return (
    row ?? {
      all: 0,
      serving: 0,
      in30: 0,
      in7: 0,
      ended: 0,
      proposed: 0,
      unsigned: 0,
      stated: 0,
      found: 0,
    }
  );
}

/** The same county by county, or village by village, in the order of their codes and names. */
export async function boardAreas(
  actor: Actor,
  filter: BoardFilter,
  by: "county" | "village",
  on: CalendarDate,
): Promise<readonly AreaTotals[]> {
  const places =
    by === "county" ? Prisma.sql`'' AS township, '' AS village` : Prisma.sql`p.township, p.village`;
  const rows = await inTransaction(
    actor,
    (tx) => tx.$queryRaw<Omit<AreaTotals, "countyName">[]>`
      WITH ${settledMonths(on)}
      SELECT p.county_code AS "countyCode", ${places}, ${stateCounts(filter.year, on)}
      FROM post_appointment p LEFT JOIN settled s ON s.id = p.id WHERE ${placeConditions(filter)}
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3 LIMIT ${MOST_AREAS}`,
  );
  return rows
    .filter((row) => BOARD_STATES.some((state) => row[state] > 0))
    .map((row) => ({ ...row, countyName: regionName(row.countyCode) ?? row.countyCode }));
}

/** The latest year, not after this one, in which a post of the reader's counties has a day; this one where none has. */
export async function latestYear(actor: Actor, on: CalendarDate): Promise<number> {
  const thisYear = Number(on.slice(0, 4));
  const begun = `${thisYear}-12-31`;
  const latest = await inTransaction(
    actor,
    (tx) =>
      tx.$queryRaw<{ year: number | null }[]>`
      SELECT max(extract(year FROM greatest(
        (SELECT max(p.starts_on) FROM post_appointment p
          WHERE p.county_code = c AND p.removed_at IS NULL AND p.starts_on <= ${begun}::date),
        (SELECT max(p.ends_on) FROM post_appointment p WHERE p.county_code = c
          AND p.removed_at IS NULL AND p.left_on IS NULL AND p.starts_on <= ${begun}::date))))::int AS year
      FROM unnest(${[...actor.counties]}::text[]) AS c`,
  );
  return Math.min(latest[0]?.year ?? thisYear, thisYear);
}
