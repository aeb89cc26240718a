import type { CalendarDate } from "../shared/calendar-date";
import { PUBLIC_HOLIDAYS } from "../shared/tables/public-holidays";

/** The year whose holidays are needed and not known: this one, or from November on the next; null: none is. */
export function missingHolidays(today: CalendarDate): number | null {
  const year = Number(today.slice(0, 4));
  const needed = Number(today.slice(5, 7)) >= 11 ? [year, year + 1] : [year];
  return needed.find((one) => PUBLIC_HOLIDAYS[String(one)] === undefined) ?? null;
}
