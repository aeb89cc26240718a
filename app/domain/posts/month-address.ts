import { day, type CalendarDate } from "../shared/calendar-date";
import { addMonths, monthOf } from "../shared/months";

/** The month an address names (`2020-05`) as its first day; of anything else, that of the day. */
export function monthInAddress(text: string | null, today: CalendarDate): CalendarDate {
  return writtenMonth(text) ?? monthOf(today);
}

/** `2020-05` as the first day of the month; null for anything else. */
export function writtenMonth(text: string | null): CalendarDate | null {
  return text !== null && /^20[1-9]\d-(0[1-9]|1[0-2])$/.test(text) ? day(`${text}-01`) : null;
}

/** Temporary posts are of the agreement of 2020: their months are to be chosen for as long as there are posts. */
const FIRST_MONTH = day("2020-01-01");

/** The months to choose from: the present one, `ahead` to come, and all since posts began. Newest first, `2020-05`. */
export function monthChoices(today: CalendarDate, ahead = 0): readonly string[] {
  const months: string[] = [];
  for (
    let month = addMonths(monthOf(today), ahead);
    month >= FIRST_MONTH;
    month = addMonths(month, -1)
  ) {
    months.push(month.slice(0, 7));
  }
  return months;
}
