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

/** The months to choose from: three years back, and the one to come. Newest first, `2020-05`. */
export function monthChoices(today: CalendarDate): readonly string[] {
  const next = addMonths(monthOf(today), 1);
  return Array.from({ length: 38 }, (_, back) => addMonths(next, -back).slice(0, 7));
}
