import type { FigureKind } from "~/domain/targets/reconciliation";
import type { CountedMonths } from "~/domain/targets/reconciliation-figures";
import type { Tx } from "~/platform/prisma/client.server";
import type { ReconciliationRecord } from "./reconciliation-store.server";

/** One side of a month: its persons, those of the year so far, and who has signed. */
export interface SideFacts {
  readonly figure: number | null;
  /** Persons of the year's months that have both figures. */
  readonly cumulative: number;
  readonly signed: { readonly name: string; readonly at: string } | null;
}

/** What a month says on screen, on paper and in its file. */
export interface MonthFacts {
  readonly county: SideFacts;
  readonly district: SideFacts;
  readonly districtFigureKind: FigureKind | null;
  readonly explanation: string;
  readonly year: CountedMonths;
}

interface YearSoFar extends CountedMonths {
  readonly county: number;
  readonly district: number;
}

/**
 * The year's months up to this one, as they stand. Only a month that has both figures is added up, or the two sums
 * would be of different months and their difference nobody's.
 */
export async function yearSoFar(
  tx: Tx,
  { countyCode, districtCode, measure, month }: ReconciliationRecord,
): Promise<YearSoFar> {
  const [row] = await tx.$queryRaw<YearSoFar[]>`
    SELECT coalesce(sum(r.county_figure), 0)::int AS county,
      coalesce(sum(r.district_figure), 0)::int AS district,
      coalesce(array_agg(m.number ORDER BY m.number) FILTER (WHERE r.id IS NOT NULL), '{}') AS months,
      coalesce(array_agg(m.number ORDER BY m.number) FILTER (WHERE r.id IS NULL
        AND EXISTS (SELECT FROM pairing p WHERE p.county_code = ${countyCode}
          AND p.district_code = ${districtCode} AND p.from_on < m.first + interval '1 month'
          AND coalesce(p.to_on, 'infinity') >= m.first)), '{}') AS missing
    FROM (SELECT extract(month FROM day)::int AS number, day::date AS first FROM generate_series(
        date_trunc('year', ${month}::date), ${month}::date, interval '1 month') AS day) m
      LEFT JOIN reconciliation r ON r.county_code = ${countyCode}
        AND r.district_code = ${districtCode} AND r.measure = ${measure} AND r.month = m.first
        AND r.county_figure IS NOT NULL AND r.district_figure IS NOT NULL`;
  if (row === undefined) throw new Error("a sum without its row");
  return row;
}

/** The facts of the running round, as they stand. */
export async function runningFacts(tx: Tx, one: ReconciliationRecord): Promise<MonthFacts> {
  const { county, district, months, missing } = await yearSoFar(tx, one);
  const row = await tx.reconciliation.findUniqueOrThrow({
    where: { id: one.id },
    select: {
      ...{ countySignedByName: true, countySignedAt: true },
      ...{ districtSignedByName: true, districtSignedAt: true },
    },
  });
  return {
    county: {
      ...{ figure: one.countyFigure, cumulative: county },
      signed: signature(row.countySignedByName, row.countySignedAt),
    },
    district: {
      ...{ figure: one.districtFigure, cumulative: district },
      signed: signature(row.districtSignedByName, row.districtSignedAt),
    },
    ...{ districtFigureKind: one.districtFigureKind, explanation: one.explanation },
    year: { months, missing },
  };
}

function signature(name: string | null, at: Date | null) {
  return name === null || at === null ? null : { name, at: at.toISOString() };
}
