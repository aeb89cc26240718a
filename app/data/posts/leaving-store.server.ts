import { countMarks } from "~/domain/posts/attendance";
import type { WageMonth } from "~/domain/posts/leaving";
import type { WageSheetState } from "~/domain/posts/wage";
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

/**
 * Rewrites the marks of the month of a day and of later months, but for those whose wages were handed in. A leaving
 * keeps what they were beside them; taken back, it gives them back.
 */
export async function remark(
  tx: Tx,
  appointmentId: string,
  from: CalendarDate,
  marksOf: (marks: string, month: CalendarDate) => string,
): Promise<void> {
  const handedIn = await handedInMonths(tx, appointmentId);
  const rows = await tx.postAttendance.findMany({
    where: { appointmentId, month: { gte: new Date(monthOf(from)) } },
    select: { month: true, marks: true },
  });
  for (const row of rows) {
    const month = dayOf(row.month);
    const marks = marksOf(row.marks, month);
    if (marks === row.marks || handedIn.some((one) => one.month === month)) continue;
    const { workedDays, leaveDays, absentDays } = countMarks(marks);
    await tx.postAttendance.update({
      where: { appointmentId_month: { appointmentId, month: row.month } },
      data: { marks, workedDays, leaveDays, absentDays, version: { increment: 1 } },
    });
  }
}

function dayOf(date: Date): CalendarDate {
  return day(date.toISOString().slice(0, 10));
}
