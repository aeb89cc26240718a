import type { Tx } from "~/platform/prisma/client.server";
import { yearSoFar, type MonthFacts } from "./reconciliation-facts.server";
import type { ReconciliationRecord } from "./reconciliation-store.server";

/**
 * Keeps what both sides have signed, at the moment of the second signature: months that come later change nothing of
 * it, and it stays readable when the month is opened again.
 */
export async function keepSignedRound(tx: Tx, one: ReconciliationRecord): Promise<void> {
  const { county, district, months, missing } = await yearSoFar(tx, one);
  await tx.$executeRaw`
    INSERT INTO reconciliation_round (reconciliation_id, county_code, round, county_figure,
      district_figure, district_figure_kind, explanation, county_total, district_total,
      counted_months, missing_months, county_signed_by_name, county_signed_at,
      district_signed_by_name, district_signed_at, locked_at)
    SELECT id, county_code, round, county_figure, district_figure, district_figure_kind, explanation,
      ${county}::int, ${district}::int, ${[...months]}::int[], ${[...missing]}::int[],
      county_signed_by_name, county_signed_at, district_signed_by_name, district_signed_at, locked_at
    FROM reconciliation WHERE id = ${one.id}::uuid`;
}

/** The facts as both signed them in that round. */
export async function getSignedRound(
  tx: Tx,
  reconciliationId: string,
  round: number,
): Promise<MonthFacts> {
  const row = await tx.reconciliationRound.findUniqueOrThrow({
    where: { reconciliationId_round: { reconciliationId, round } },
  });
  const { countedMonths, missingMonths, explanation } = row;
  return {
    county: {
      ...{ figure: row.countyFigure, cumulative: row.countyTotal },
      signed: { name: row.countySignedByName, at: row.countySignedAt.toISOString() },
    },
    district: {
      ...{ figure: row.districtFigure, cumulative: row.districtTotal },
      signed: { name: row.districtSignedByName, at: row.districtSignedAt.toISOString() },
    },
    ...{ districtFigureKind: row.districtFigureKind === "list" ? "list" : "typed", explanation },
    year: { months: countedMonths, missing: missingMonths },
  };
}
