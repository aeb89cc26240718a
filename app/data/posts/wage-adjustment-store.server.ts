import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { fen, type Fen } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { WageSheetRecord } from "./wage-sheet-store.server";

/** Neither taken into a sheet, nor paid back, nor taken back. */
const OPEN = { voidedAt: null, lineId: null, returnedOn: null } as const;

/** A line of a locked sheet with what was corrected of it before. */
export interface CorrectedLine {
  readonly id: string;
  readonly appointmentId: string;
  readonly name: string;
  readonly month: CalendarDate;
  readonly rateFen: Fen;
  readonly dueFen: Fen;
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
  return {
    ...row,
    ...{ rateFen: fen(row.rateFen), dueFen: fen(row.dueFen) },
    month: day(row.month.toISOString().slice(0, 10)),
    correctedFen: before._sum.amountFen ?? 0,
  };
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

/** A correction of the line that no sheet has; null otherwise. */
export async function findOpenAdjustment(
  tx: Tx,
  of: { readonly id: string; readonly ofLineId: string },
): Promise<{ readonly id: string; readonly amountFen: Fen } | null> {
  if (!isUuid(of.id)) return null;
  const row = await tx.wageAdjustment.findFirst({
    where: { ...of, ...OPEN },
    select: { id: true, amountFen: true },
  });
  return row === null ? null : { id: row.id, amountFen: fen(row.amountFen) };
}

/** False when it was voided, or taken into a sheet, this moment. */
export async function voidAdjustment(
  tx: Tx,
  id: string,
  reason: string,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.wageAdjustment.updateMany({
    where: { id, ...OPEN },
    data: { voidedAt: now, voidReason: reason },
  });
  return count === 1;
}

export function leaveCorrectionTrail(
  tx: Tx,
  actor: Actor,
  sheet: Pick<WageSheetRecord, "id" | "countyCode" | "label">,
  event: { readonly action: string; readonly now: Date; readonly detail: object },
): Promise<void> {
  return leaveTrail(tx, {
    ...{ at: event.now, actorId: actor.userId, actorName: actor.name, action: event.action },
    ...{ subjectKind: "wageSheet", subjectId: sheet.id, countyCode: sheet.countyCode },
    detail: { name: sheet.label, ...event.detail },
  });
}
