import type { Actor, PairedCounty } from "~/domain/access/actor";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import type { Measure } from "~/domain/targets/measure";
import { turnsOf, type ReconciliationTurn } from "~/domain/targets/reconciliation";
import { mayForPair } from "~/domain/targets/reconciliation-access";
import { hasEnded, isPairedIn, monthsOfYear } from "~/domain/targets/reconciliation-month";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { findPairings } from "./pairings.server";
import { RECONCILIATION_COLUMNS, type ReconciliationRecord } from "./reconciliation-store.server";

export interface MatrixFilter {
  readonly year: number;
  readonly measure: Measure;
  readonly today: string;
}

/** A month of a county and its district. */
export interface MatrixCell {
  readonly month: CalendarDate;
  /** none: over and paired, but nobody has begun. */
  readonly kind: "unpaired" | "running" | "none" | "open" | "locked";
  readonly id: string | null;
  readonly countyFigure: number | null;
  readonly districtFigure: number | null;
  readonly openLines: number;
  readonly turns: readonly ReconciliationTurn[];
  /** Where the actor may begin the month. */
  readonly mayOpen: boolean;
}

export interface MatrixRow {
  readonly countyCode: string;
  readonly districtCode: string;
  readonly countyName: string;
  readonly districtName: string;
  readonly cells: readonly MatrixCell[];
}

/** The latest year of which the actor may read a reconciliation of the measure; null when there is none. */
export function latestReconciledYear(
  actor: Actor,
  { measure, today }: Pick<MatrixFilter, "measure" | "today">,
): Promise<number | null> {
  return inTransaction(actor, async (tx) => {
    const rows = await tx.$queryRaw<YearOfPair[]>`
      SELECT county_code AS "countyCode", district_code AS "districtCode",
        max(extract(year FROM month))::int AS year
      FROM reconciliation WHERE measure = ${measure} GROUP BY county_code, district_code`;
    const own = rows.filter((one) => mayForPair(actor, "reconciliation.read", one, today));
    return own.length === 0 ? null : Math.max(...own.map(({ year }) => year));
  });
}

interface YearOfPair {
  readonly countyCode: string;
  readonly districtCode: string;
  readonly year: number;
}

/** The twelve months of every county and district that were paired in the year and are the actor's to read. */
export function viewReconciliationMatrix(
  actor: Actor,
  { year, measure, today }: MatrixFilter,
): Promise<MatrixRow[]> {
  return inTransaction(actor, async (tx) => {
    const days = { from: `${year}-01-01`, to: `${year}-12-31`, today };
    const pairings = await findPairings(tx, actor, "reconciliation.read", days);
    const found = (await recordsOf(tx, year, measure)).filter((one) =>
      mayForPair(actor, "reconciliation.read", one, today),
    );
    const keys = new Set([
      ...pairings.map(({ county, district }) => `${county} ${district}`),
      ...found.map(({ countyCode, districtCode }) => `${countyCode} ${districtCode}`),
    ]);
    return [...keys].sort().map((key) => {
      const [countyCode = "", districtCode = ""] = key.split(" ");
      const pair = { countyCode, districtCode };
      const isOf = (one: PairedCounty) =>
        one.county === countyCode && one.district === districtCode;
      const mayOpen = mayForPair(actor, "reconciliation.prepare", pair, today);
      const own = pairings.filter(isOf);
      return {
        ...pair,
        countyName: regionName(countyCode) ?? countyCode,
        districtName: regionName(districtCode) ?? districtCode,
        cells: monthsOfYear(year).map((month) => {
          const record = found.find(
            (one) =>
              one.month === month &&
              one.countyCode === countyCode &&
              one.districtCode === districtCode,
          );
          return record === undefined
            ? emptyCell(month, own, { today, mayOpen })
            : filledCell(record);
        }),
      };
    });
  });
}

function recordsOf(tx: Tx, year: number, measure: Measure): Promise<ReconciliationRecord[]> {
  return tx.$queryRaw(Prisma.sql`
    SELECT ${RECONCILIATION_COLUMNS} FROM reconciliation r WHERE r.measure = ${measure}
      AND r.month BETWEEN ${`${year}-01-01`}::date AND ${`${year}-12-31`}::date`);
}

function filledCell(one: ReconciliationRecord): MatrixCell {
  const { id, month, state, countyFigure, districtFigure } = one;
  const openLines = one.districtFigureKind === "list" ? one.openLines : 0;
  const figures = { countyFigure, districtFigure, openLines };
  return { id, month, kind: state, ...figures, turns: turnsOf(one), mayOpen: false };
}

function emptyCell(
  month: CalendarDate,
  pairings: readonly PairedCounty[],
  { today, mayOpen }: { readonly today: string; readonly mayOpen: boolean },
): MatrixCell {
  const isPaired = pairings.some((one) => isPairedIn(one, month));
  const kind = !isPaired ? "unpaired" : hasEnded(month, today) ? "none" : "running";
  const figures = { countyFigure: null, districtFigure: null, openLines: 0 };
  return { id: null, month, kind, ...figures, turns: [], mayOpen: mayOpen && kind === "none" };
}
