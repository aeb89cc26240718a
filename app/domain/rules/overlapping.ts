import type { CalendarDate } from "../shared/calendar-date";

interface Period {
  readonly from: CalendarDate;
  /** Null: it goes on. */
  readonly to: CalendarDate | null;
}

/** Whether two periods have a day in common; both ends counted. */
export function overlap(a: Period, b: Period): boolean {
  return (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);
}
