import type { CalendarDate } from "../shared/calendar-date";
import { day } from "../shared/calendar-date";
import { addMonths, monthsEnd } from "../shared/months";

/** The first days of the twelve months of a year. */
export function monthsOfYear(year: number): readonly CalendarDate[] {
  const first = day(`${year}-01-01`);
  return Array.from({ length: 12 }, (_, at) => addMonths(first, at));
}

/** `2020-05` (or a whole day of it) as the first day of the month; null for anything else. */
export function toMonth(text: string | null | undefined): CalendarDate | null {
  const match = /^(20[1-9]\d)-(0[1-9]|1[0-2])(-\d\d)?$/.exec(text ?? "");
  return match === null ? null : day(`${match[1]}-${match[2]}-01`);
}

export function lastDayOfMonth(month: CalendarDate): CalendarDate {
  return monthsEnd(month, 1);
}

/** Whether the month lies behind the day: on its own last day people may still begin. */
export function hasEnded(month: CalendarDate, today: string): boolean {
  return lastDayOfMonth(month) < today;
}

/** Whether the pairing was in force on any day of the month. */
export function isPairedIn(
  { from, to }: { readonly from: string; readonly to: string | null },
  month: CalendarDate,
): boolean {
  return from <= lastDayOfMonth(month) && (to === null || to >= month);
}

/** 2020 年 5 月 */
export function monthLabel(month: string): string {
  return `${month.slice(0, 4)} 年 ${Number(month.slice(5, 7))} 月`;
}
