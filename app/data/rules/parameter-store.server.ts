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
  const { ownDefault: value, defaultSource: source = null } = PARAMETERS[parameter];
  return value === null ? null : { value, source };
}

/** The county, its prefecture, its province: the nearer one is asked first. */
function areasOf(countyCode: string): string[] {
  return [countyCode, `${countyCode.slice(0, 4)}00`, `${countyCode.slice(0, 2)}0000`];
}

export interface NewParameterValue {
  readonly id: string;
  readonly regionCode: string;
  readonly parameter: ParameterId;
  readonly value: number;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly source: string;
  readonly enteredBy: string;
  readonly enteredByName: string;
  readonly enteredAt: Date;
}

/** Whether the area has a standing value of the parameter from this very day: two could not be told apart. */
export async function hasValueFrom(tx: Tx, value: NewParameterValue): Promise<boolean> {
  const { regionCode, parameter, fromOn } = value;
  const where = { regionCode, parameter, fromOn: new Date(fromOn), withdrawnAt: null };
  return (await tx.parameterValue.count({ where })) > 0;
}

export async function saveParameterValue(tx: Tx, value: NewParameterValue): Promise<void> {
  const { fromOn, toOn, ...facts } = value;
  await tx.parameterValue.create({
    data: {
      ...facts,
      fromOn: new Date(fromOn),
      toOn: toOn === null ? null : new Date(toOn),
    },
  });
}

/** A value with what its withdrawal asks for; null outside the transaction's scope. */
export function findParameterValue(tx: Tx, id: string) {
  return tx.parameterValue.findUnique({
    where: { id },
    select: {
      ...{ id: true, regionCode: true, parameter: true, value: true, withdrawnAt: true },
      packId: true,
    },
  });
}

/** False when it was withdrawn already. */
export async function withdrawValue(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.parameterValue.updateMany({
    where: { id, withdrawnAt: null },
    data: { withdrawnAt: now },
  });
  return count === 1;
}
