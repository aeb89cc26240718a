import type { CalendarDate } from "../shared/calendar-date";

/** In work on the day: begun, and not ended before it. The last day (`endedOn`) still counts. */
export function isInWorkOn(
  one: { readonly startedOn: CalendarDate; readonly endedOn: CalendarDate | null },
  on: CalendarDate,
): boolean {
  return one.startedOn <= on && !hasLeftBy(one.endedOn, on);
}

/** Whether the last day of work lies before the day; null: it is not known yet. */
export function hasLeftBy(endedOn: CalendarDate | null, on: CalendarDate): boolean {
  return endedOn !== null && endedOn < on;
}
