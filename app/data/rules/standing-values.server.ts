import type { ComparedValue } from "~/domain/rules/pack-differences";
import { toParameterId } from "~/domain/rules/parameter";
import { areasOf } from "~/domain/rules/value-series";
import { day } from "~/domain/shared/calendar-date";
import type { Prisma, Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

/** What stands in the area and in those above it besides the pack itself, the own area first. */
export async function standingIn(
  tx: Tx,
  regionCode: string,
  packId: string,
): Promise<ComparedValue[][]> {
  const areas = [...new Set(areasOf(regionCode))];
  const rows = await tx.parameterValue.findMany({
    where: {
      ...{ regionCode: { in: areas }, withdrawnAt: null },
      OR: [{ packId: null }, { packId: { not: packId } }],
    },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
  return areas.map((area) =>
    rows.filter((row) => row.regionCode === area).flatMap((row) => comparedValue(row, regionCode)),
  );
}

function comparedValue(
  row: Prisma.ParameterValueGetPayload<null>,
  ownArea: string,
): readonly ComparedValue[] {
  const { value, fromOn, toOn, source, regionCode } = row;
  const parameter = toParameterId(row.parameter);
  if (parameter === null) return [];
  const last = toOn === null ? null : day(toOn.toISOString().slice(0, 10));
  const from = day(fromOn.toISOString().slice(0, 10));
  const above = regionCode === ownArea ? {} : { above: regionName(regionCode) ?? regionCode };
  return [{ parameter, value: Number(value), fromOn: from, toOn: last, source, ...above }];
}
