import { toParameterId } from "~/domain/rules/parameter";
import { areasOf, numbersFrom, type DatedValue, type NumbersOn } from "~/domain/rules/value-series";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";

/**
 * The numbers in force in a county, for any of the days (`YYYY-MM-DD`): one query for all parameters. Asked about a
 * day before the first or after the last of them, values that begin or end there may be missing.
 */
export async function numbersFor(
  tx: Tx,
  countyCode: string,
  days: readonly CalendarDate[],
): Promise<NumbersOn> {
  return numbersFrom(await valuesFor(tx, countyCode, days), countyCode);
}

/** The standing values of the county and the areas above it that hold on one of the days or between them. */
export async function valuesFor(
  tx: Tx,
  countyCode: string,
  days: readonly CalendarDate[],
): Promise<DatedValue[]> {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = await tx.parameterValue.findMany({
    where: {
      regionCode: { in: [...areasOf(countyCode)] },
      withdrawnAt: null,
      fromOn: { lte: new Date(last) },
      OR: [{ toOn: null }, { toOn: { gte: new Date(first) } }],
    },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ parameter: name, regionCode, value, fromOn, toOn, source, packId }) => {
    const parameter = toParameterId(name);
    if (parameter === null) return [];
    const dates = { fromOn: toDay(fromOn), toOn: toOn === null ? null : toDay(toOn) };
    return [{ parameter, regionCode, value: Number(value), ...dates, source, packId }];
  });
}

const toDay = (at: Date): CalendarDate => day(at.toISOString().slice(0, 10));
