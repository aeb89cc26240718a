import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

/** A line of a locked sheet with what was corrected of it before. */
export interface CorrectedLine {
  readonly id: string;
  readonly appointmentId: string;
  readonly name: string;
  readonly month: CalendarDate;
  readonly rateFen: number;
  readonly dueFen: number;
  /** Sum of the corrections that stand, settled or not. */
  readonly correctedFen: number;
}

/** Null where the sheet has no such standing line. */
export async function findCorrectedLine(
  tx: Tx,
  sheetId: string,
  lineId: string,
): Promise<CorrectedLine | null> {
  if (!isUuid(lineId)) return null;
  const row = await tx.wageLine.findFirst({
    where: { id: lineId, sheetId, removedAt: null },
    select: {
      ...{ id: true, appointmentId: true, name: true, month: true },
      ...{ rateFen: true, dueFen: true },
    },
  });
  if (row === null) return null;
  const before = await tx.wageAdjustment.aggregate({
    where: { ofLineId: lineId, voidedAt: null },
    _sum: { amountFen: true },
  });
  const month = day(row.month.toISOString().slice(0, 10));
  return { ...row, month, correctedFen: before._sum.amountFen ?? 0 };
}

export async function saveAdjustment(
  tx: Tx,
  line: CorrectedLine,
  entered: { readonly countyCode: string; readonly amountFen: number; readonly reason: string },
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<void> {
  const { appointmentId, id: ofLineId, month } = line;
  await tx.wageAdjustment.create({
    data: {
      ...{ ...entered, id: newId(), appointmentId, ofLineId, ofMonth: new Date(month) },
      ...{ enteredBy: by.userId, enteredByName: by.name, enteredAt: by.now },
    },
  });
}

/** False when it was voided before, or is taken into a sheet by now. */
export async function voidAdjustment(
  tx: Tx,
  of: { readonly id: string; readonly ofLineId: string },
  reason: string,
  now: Date,
): Promise<boolean> {
  if (!isUuid(of.id)) return false;
  const { count } = await tx.wageAdjustment.updateMany({
    where: { ...of, voidedAt: null, lineId: null },
    data: { voidedAt: now, voidReason: reason },
  });
  return count === 1;
}
