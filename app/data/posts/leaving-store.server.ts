import { countMarks } from "~/domain/posts/attendance";
import { marksAfterLeaving, marksAfterReturning, type WageMonth } from "~/domain/posts/leaving";
import type { WageSheetState } from "~/domain/posts/wage";
import { marksGivenBack, type EnteredMonth } from "~/domain/posts/worked-after";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { monthOf } from "~/domain/shared/months";
import type { Tx } from "~/platform/prisma/client.server";

/** The months of the post that stand on a wage sheet, the first first. */
export async function wageMonthsOf(tx: Tx, appointmentId: string): Promise<readonly WageMonth[]> {
  const rows = await tx.wageLine.findMany({
    where: { appointmentId, removedAt: null },
    select: { month: true, sheetId: true, sheet: { select: { state: true } } },
    orderBy: { month: "asc" },
  });
  return rows.map(({ month, sheetId, sheet }) => ({
    ...{ sheetId, month: dayOf(month) },
    state: sheet.state as WageSheetState,
  }));
}

/** The months from that of a day on that can still be corrected: those whose wages were not handed in. */
export async function openMonthsFrom(
  tx: Tx,
  appointmentId: string,
  from: CalendarDate,
): Promise<readonly EnteredMonth[]> {
  const handedIn = await handedInMonths(tx, appointmentId);
  const rows = await tx.postAttendance.findMany({
    where: { appointmentId, month: { gte: new Date(monthOf(from)) } },
    select: { month: true, marks: true },
    orderBy: { month: "asc" },
  });
  return rows
    .map(({ month, marks }) => ({ month: dayOf(month), marks }))
    .filter(({ month }) => !handedIn.has(month));
}

async function handedInMonths(tx: Tx, appointmentId: string): Promise<ReadonlySet<CalendarDate>> {
  const months = await wageMonthsOf(tx, appointmentId);
  const isHandedIn = ({ state }: WageMonth) => state !== "draft" && state !== "returned";
  return new Set(months.filter(isHandedIn).map(({ month }) => month));
}

/** Of months not handed in, the days after the last one are no days of the post; what they were is kept beside them. */
export function remarkLeaving(tx: Tx, appointmentId: string, leftOn: CalendarDate): Promise<void> {
  return remark(tx, appointmentId, leftOn, ({ marks, month }) => ({
    marks: marksAfterLeaving(marks, month, leftOn),
    formerMarks: marks,
  }));
}

/** He never left: the days after it are given back as they were, and are to be entered where nothing was. */
export function remarkReturning(
  tx: Tx,
  appointmentId: string,
  term: { readonly leftOn: CalendarDate; readonly endsOn: CalendarDate },
): Promise<void> {
  return remark(tx, appointmentId, term.leftOn, ({ marks, month, formerMarks }) => ({
    marks: marksGivenBack(marks, marksAfterReturning(marks, month, term), formerMarks),
    formerMarks: null,
  }));
}

interface Kept {
  readonly marks: string;
  readonly formerMarks: string | null;
}

/** Rewrites the marks of the month of a day and of later months, but for those whose wages were handed in. */
async function remark(
  tx: Tx,
  appointmentId: string,
  from: CalendarDate,
  change: (row: Kept & { readonly month: CalendarDate }) => Kept,
): Promise<void> {
  const handedIn = await handedInMonths(tx, appointmentId);
  const rows = await tx.postAttendance.findMany({
    where: { appointmentId, month: { gte: new Date(monthOf(from)) } },
    select: { month: true, marks: true, formerMarks: true },
  });
  for (const row of rows) {
    const month = dayOf(row.month);
    const { marks, formerMarks } = change({ ...row, month });
    if (marks === row.marks || handedIn.has(month)) continue;
    const { workedDays, leaveDays, absentDays } = countMarks(marks);
    await tx.postAttendance.update({
      where: { appointmentId_month: { appointmentId, month: row.month } },
      data: { marks, formerMarks, workedDays, leaveDays, absentDays, version: { increment: 1 } },
    });
  }
}

function dayOf(date: Date): CalendarDate {
  return day(date.toISOString().slice(0, 10));
}
