import { wageSheetName } from "~/domain/posts/wage-receipt";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

/** Makes others who draw wages of the county's month wait until the transaction ends. */
export async function holdMonth(tx: Tx, countyCode: string, month: CalendarDate): Promise<void> {
  await tx.$queryRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(${`wages:${countyCode}:${month}`}, 20261124))::text`;
}

/** An empty draft under the next number of county and month; the caller holds the month. */
export async function createWageSheet(
  tx: Tx,
  of: {
    readonly countyCode: string;
    readonly month: CalendarDate;
    readonly township: string;
    readonly fundSource: string;
  },
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<{ readonly id: string; readonly label: string }> {
  const { month, ...rest } = of;
  const first = new Date(month);
  const last = await tx.wageSheet.aggregate({
    where: { countyCode: of.countyCode, month: first },
    _max: { number: true },
  });
  const number = 1 + (last._max.number ?? 0);
  const [id, label] = [newId(), wageSheetName({ month, number })];
  await tx.wageSheet.create({
    data: {
      ...{ ...rest, id, month: first, number, title: label, state: "draft" },
      ...{ createdBy: by.userId, createdByName: by.name, createdAt: by.now, updatedAt: by.now },
    },
  });
  return { id, label };
}
