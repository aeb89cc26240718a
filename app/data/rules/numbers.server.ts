import { toParameterId } from "~/domain/rules/parameter";
import { areasOf, numbersFrom, type DatedValue, type NumbersOn } from "~/domain/rules/value-series";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";

/**
 * The numbers in force in a county, for any of the days (`YYYY-MM-DD`): one query for all parameters. Asked about a
 * day before the first or after the last of them, values that begin or end there may be missing. `known`: as they stood
 * at that instant, whatever was entered or withdrawn since; null: now.
 */
export async function numbersFor(
  tx: Tx,
  countyCode: string,
  days: readonly CalendarDate[],
  known: Date | null = null,
): Promise<NumbersOn> {
  return numbersFrom(await valuesFor(tx, countyCode, days, known), countyCode);
}

/** The standing values of the county and the areas above it that hold on one of the days or between them. */
export async function valuesFor(
  tx: Tx,
  countyCode: string,
  days: readonly CalendarDate[],
  known: Date | null = null,
): Promise<DatedValue[]> {
  const sorted = [...days].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const rows = await tx.parameterValue.findMany({
    where: {
      regionCode: { in: [...areasOf(countyCode)] },
      fromOn: { lte: new Date(last) },
      AND: [standingAt(known), { OR: [{ toOn: null }, { toOn: { gte: new Date(first) } }] }],
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

const standingAt = (known: Date | null) =>
  known === null
    ? { withdrawnAt: null }
    : {
        enteredAt: { lte: known },
        OR: [{ withdrawnAt: null }, { withdrawnAt: { gt: known } }],
      };

const toDay = (at: Date): CalendarDate => day(at.toISOString().slice(0, 10));
