import { addDays, type CalendarDate } from "./calendar-date";
import { PUBLIC_HOLIDAYS } from "./tables/public-holidays";

/** Whether offices work on the day; null in a year whose holidays are not known. */
export function isWorkingDay(on: CalendarDate): boolean | null {
  const year = PUBLIC_HOLIDAYS[on.slice(0, 4)];
  if (year === undefined) return null;
  const date = on.slice(5);
  if (year.worked.includes(date)) return true;
  return !isWeekend(on) && !year.off.includes(date);
}

/**
 * The `count`-th working day after the day; the day itself is not counted, as in 自……之日起…个工作日. Null when a
 * year is reached whose holidays are not known.
 */
export function addWorkingDays(from: CalendarDate, count: number): CalendarDate | null {
  let on = from;
  for (let counted = 0; counted < count;) {
    on = addDays(on, 1);
    const isWorked = isWorkingDay(on);
    if (isWorked === null) return null;
    if (isWorked) counted += 1;
  }
  return on;
}

function isWeekend(on: CalendarDate): boolean {
  const weekday = new Date(Date.parse(on)).getUTCDay();
  return weekday === 0 || weekday === 6;
}
