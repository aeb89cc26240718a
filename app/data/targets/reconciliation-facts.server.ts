import type { Tx } from "~/platform/prisma/client.server";
import type { ReconciliationRecord } from "./reconciliation-store.server";

/** One side of a month: its persons, those of the year so far, and who has signed. */
export interface SideFacts {
  readonly figure: number | null;
  readonly cumulative: number;
  readonly signed: { readonly name: string; readonly at: string } | null;
}

interface Sums {
  readonly county: number;
  readonly district: number;
}

/** The figures of the year's months up to this one, as they stand. */
export async function figuresOf(
  tx: Tx,
  { countyCode, districtCode, measure, month }: ReconciliationRecord,
): Promise<{ sums: Sums; months: number }> {
  const [row] = await tx.$queryRaw<{ county: number; district: number; months: number }[]>`
    SELECT coalesce(sum(county_figure), 0)::int AS county,
      coalesce(sum(district_figure), 0)::int AS district,
      count(*) FILTER (WHERE county_figure IS NOT NULL AND district_figure IS NOT NULL)::int AS months
    FROM reconciliation WHERE county_code = ${countyCode} AND district_code = ${districtCode}
      AND measure = ${measure}
      AND month BETWEEN ${`${month.slice(0, 4)}-01-01`}::date AND ${month}::date`;
  const { county = 0, district = 0, months = 0 } = row ?? {};
  return { sums: { county, district }, months };
}

export async function sidesOf(
  tx: Tx,
  one: ReconciliationRecord,
  sums: Sums,
): Promise<{ county: SideFacts; district: SideFacts }> {
  const row = await tx.reconciliation.findUniqueOrThrow({
    where: { id: one.id },
    select: {
      ...{ countySignedByName: true, countySignedAt: true },
      ...{ districtSignedByName: true, districtSignedAt: true },
    },
  });
  return {
    county: {
      ...{ figure: one.countyFigure, cumulative: sums.county },
      signed: signature(row.countySignedByName, row.countySignedAt),
    },
    district: {
      ...{ figure: one.districtFigure, cumulative: sums.district },
      signed: signature(row.districtSignedByName, row.districtSignedAt),
    },
  };
}

function signature(name: string | null, at: Date | null) {
  return name === null || at === null ? null : { name, at: at.toISOString() };
}
