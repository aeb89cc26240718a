import type { CalendarDate } from "../shared/calendar-date";
import { monthOf, monthsEnd } from "../shared/months";

/**
 * One letter a day. A month is paid by its calendar days, so a rest day is paid as a worked one is; who rests more
 * than `post.restDays` of a month is named to the reviewer, and who worked on no day of it is paid nothing.
 */
export type Mark = "P" | "R" | "L" | "A" | "-" | "?";

export const MARK_LABELS: Readonly<Record<Mark, string>> = {
  P: "出勤",
  R: "休息",
  L: "请假",
  A: "缺勤",
  "-": "不在岗",
  "?": "未登记",
};

/** As the paper form writes them. */
export const MARK_SIGNS: Readonly<Record<Mark, string>> = {
  P: "√",
  R: "休",
  L: "假",
  A: "×",
  "-": "／",
  "?": "",
};

/** Days of a post's month by attendance. */
export interface MonthDays {
  readonly monthDays: number;
  /** Days of the month in the post. */
  readonly termDays: number;
  readonly workedDays: number;
  readonly leaveDays: number;
  readonly absentDays: number;
  /** Days in the post for which nothing is entered: the month is not whole before there are none. */
  readonly openDays: number;
}

/** Days of rest: what is left of the days in the post. */
export function restDays(
  days: Omit<MonthDays, "monthDays" | "openDays"> & Partial<Pick<MonthDays, "openDays">>,
): number {
  const { termDays, workedDays, leaveDays, absentDays, openDays = 0 } = days;
  return termDays - workedDays - leaveDays - absentDays - openDays;
}

/** First and last day of a month in the post; null when the month lies outside it. */
export function daysInPost(
  month: CalendarDate,
  post: { readonly startsOn: CalendarDate; readonly lastDay: CalendarDate },
): { readonly from: CalendarDate; readonly to: CalendarDate } | null {
  const first = monthOf(month);
  const last = monthsEnd(first, 1);
  const from = post.startsOn > first ? post.startsOn : first;
  const to = post.lastDay < last ? post.lastDay : last;
  return from > to ? null : { from, to };
}

/** Counts the marks of a month, one letter a day from the first. */
export function countMarks(marks: string): MonthDays {
  const count = (mark: Mark) => marks.split(mark).length - 1;
  return {
    monthDays: marks.length,
    termDays: marks.length - count("-"),
    workedDays: count("P"),
    leaveDays: count("L"),
    absentDays: count("A"),
    openDays: count("?"),
  };
}
