import type { WageSheetState } from "~/domain/posts/wage";
import { wageSheetName } from "~/domain/posts/wage-receipt";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A month's wage sheet without its lines. */
export interface WageSheetRecord {
  readonly id: string;
  readonly countyCode: string;
  /** First day of the month. */
  readonly month: CalendarDate;
  /** From 1 in county and month. */
  readonly number: number;
  /** 2020年5月公共服务岗位工资表（1） */
  readonly label: string;
  /** What it was drawn from; empty for all. */
  readonly township: string;
  readonly fundSource: string;
  readonly state: WageSheetState;
  /** Null before the first approval. */
  readonly rosterId: string | null;
  readonly createdBy: string;
  readonly submittedBy: string | null;
  readonly reviewedBy: string | null;
  readonly returnReason: string | null;
  readonly isRemoved: boolean;
  readonly version: number;
}

/** Null out of scope; a removed sheet is found, as its history is shown. */
export async function findWageSheet(tx: Tx, id: string): Promise<WageSheetRecord | null> {
  if (!isUuid(id)) return null;
  const row = await tx.wageSheet.findUnique({
    where: { id },
    select: {
      ...{ id: true, countyCode: true, month: true, number: true, township: true },
      ...{ fundSource: true, state: true, rosterId: true, createdBy: true, submittedBy: true },
      ...{ reviewedBy: true, returnReason: true, removedAt: true, version: true },
    },
  });
  if (row === null) return null;
  const { removedAt, ...sheet } = row;
  const month = day(row.month.toISOString().slice(0, 10));
  return {
    ...sheet,
    ...{ month, label: wageSheetName({ month, number: row.number }) },
    state: row.state as WageSheetState,
    isRemoved: removedAt !== null,
  };
}

/** The same, held against every other change until the transaction ends. */
export async function lockWageSheetRow(tx: Tx, id: string): Promise<WageSheetRecord | null> {
  if (!isUuid(id)) return null;
  // The roster first and the sheet after it, as signing and locking do.
  await tx.$queryRaw`
    SELECT 1 FROM roster r WHERE r.id = (SELECT s.roster_id FROM wage_sheet s WHERE s.id = ${id}::uuid)
    FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM wage_sheet WHERE id = ${id}::uuid FOR UPDATE`;
  return findWageSheet(tx, id);
}
