import { findParameter } from "~/data/rules/parameter-store.server";
import { PARAMETERS, type ParameterInForce } from "~/domain/rules/parameter";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

const ID = "retention.gapDays";
const OWN: ParameterInForce = { value: PARAMETERS[ID].ownDefault ?? 0, source: null };

/** Days between two jobs that do not begin a new spell, and where the number comes from. */
export async function findGapDays(tx: Tx, county: string, on: string): Promise<ParameterInForce> {
  return (await findParameter(tx, ID, county, on)) ?? OWN;
}

/** The same for many counties, as rows (county_code, days) to join; also the sources, for the page to name. */
export async function gapDaysOf(tx: Tx, counties: readonly string[], on: string) {
  const entered = await tx.parameterValue.count({ where: { parameter: ID, withdrawnAt: null } });
  const values: (readonly [string, ParameterInForce])[] = [];
  for (const county of counties) {
    values.push([county, entered === 0 ? OWN : await findGapDays(tx, county, on)]);
  }
  const rows = values.map(([county, { value }]) => Prisma.sql`(${county}, ${value}::int)`);
  const byText = new Map(values.map(([, gap]) => [`${gap.value} ${gap.source ?? ""}`, gap]));
  return { rows: Prisma.join(rows), gaps: [...byText.values()] };
}
