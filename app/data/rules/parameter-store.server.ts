import { PARAMETERS, type ParameterId, type ParameterInForce } from "~/domain/rules/parameter";
import type { Tx } from "~/platform/prisma/client.server";

/**
 * The value in force for a county on a day (`YYYY-MM-DD`): the county's own before its prefecture's
 * before its province's, the latest begun of each; else our own default, else null.
 */
export async function findParameter(
  tx: Tx,
  parameter: ParameterId,
  countyCode: string,
  on: string,
): Promise<ParameterInForce | null> {
  const day = new Date(on);
  const rows = await tx.parameterValue.findMany({
    where: {
      parameter,
      regionCode: { in: areasOf(countyCode) },
      withdrawnAt: null,
      fromOn: { lte: day },
      OR: [{ toOn: null }, { toOn: { gte: day } }],
    },
    select: { regionCode: true, value: true, source: true },
    orderBy: [{ fromOn: "desc" }, { id: "desc" }],
  });
  for (const area of areasOf(countyCode)) {
    const row = rows.find(({ regionCode }) => regionCode === area);
    if (row !== undefined) return { value: Number(row.value), source: row.source };
  }
  const { ownDefault } = PARAMETERS[parameter];
  return ownDefault === null ? null : { value: ownDefault, source: null };
}

/** The county, its prefecture, its province: the nearer one is asked first. */
function areasOf(countyCode: string): string[] {
  return [countyCode, `${countyCode.slice(0, 4)}00`, `${countyCode.slice(0, 2)}0000`];
}
