import { addDays, calendarDate, type CalendarDate } from "./calendar-date";

/**
 * The same day of the month so many months later (earlier when negative); the month's last day where it is shorter:
 * 31 January and one month is 28 or 29 February.
 */
export function addMonths(from: CalendarDate, months: number): CalendarDate {
  const counted = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(counted / 12), (((counted % 12) + 12) % 12) + 1];
  for (let date = Number(from.slice(8)); ; date -= 1) {
    const found = calendarDate(year, month, date);
    if (found !== null) return found;
    if (date < 28) throw new RangeError(`not a day: ${from} and ${months} months`);
  }
}

/**
 * Whole months worked from the first day to the last, both counted: 1 April to 30 June is three. Zero when
 * `last` is before the first month is full, also when it is before `first`.
 */
export function wholeMonths(first: CalendarDate, last: CalendarDate): number {
  if (last < first) return 0;
  const begun = monthsOf(last) - monthsOf(first) + 1;
  for (let months = begun; months > 0; months -= 1) {
    if (monthsEnd(first, months) <= last) return months;
  }
  return 0;
}

/** The last day of the `months`-th month that began on `first`: the day before the same day of the month. */
export function monthsEnd(first: CalendarDate, months: number): CalendarDate {
  const next = addMonths(first, months);
  const isShorter = next.slice(8) < first.slice(8);
  return isShorter ? next : addDays(next, -1);
}

/** Counted from the year nought. */
function monthsOf(on: CalendarDate): number {
  return Number(on.slice(0, 4)) * 12 + Number(on.slice(5, 7));
}

/** First day of the day's month. */
export function monthOf(on: CalendarDate): CalendarDate {
  return `${on.slice(0, 7)}-01` as CalendarDate;
}
