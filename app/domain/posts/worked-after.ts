import type { CalendarDate } from "../shared/calendar-date";

/** A month as it is entered. */
export interface EnteredMonth {
  /** First day of the month. */
  readonly month: CalendarDate;
  readonly marks: string;
}

/** The days after the last one in the post that are marked as worked, in order; nobody worked after he had left. */
export function workedAfter(
  leftOn: CalendarDate,
  months: readonly EnteredMonth[],
): readonly CalendarDate[] {
  return months.flatMap(({ month, marks }) =>
    [...marks].flatMap((mark, at) => {
      const on = `${month.slice(0, 8)}${String(at + 1).padStart(2, "0")}` as CalendarDate;
      return mark === "P" && on > leftOn ? [on] : [];
    }),
  );
}

/** Marks after a leaving was taken back (`after`), with the days that it had taken as they were before it. */
export function marksGivenBack(marks: string, after: string, former: string | null): string {
  return [...after]
    .map((mark, at) => (marks[at] === "-" && mark === "?" ? (former?.[at] ?? mark) : mark))
    .join("");
}
