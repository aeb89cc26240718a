/** A day of the calendar without time or zone, written `YYYY-MM-DD`; days compare as text. */
declare const calendarDateBrand: unique symbol;
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

/** A day from our own source or tables; throws a RangeError when the text is no real day. */
export function day(text: string): CalendarDate {
  const found = isoDay(text);
  if (found === null) throw new RangeError(`not a day: ${text}`);
  return found;
}

/** The day of these numbers (month 1..12), or null when the calendar has no such day. */
export function calendarDate(year: number, month: number, date: number): CalendarDate | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12) return null;
  if (date < 1 || date > daysInMonth(year, month)) return null;
  return `${year}-${twoDigits(month)}-${twoDigits(date)}` as CalendarDate;
}

/** The day that is `days` later (earlier when negative). */
export function addDays(from: CalendarDate, days: number): CalendarDate {
  return dayOfNumber(numberOfDay(from) + days);
}

/** Whole days from the first to the second; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** -1, 0 or 1, for sorting. */
export function compareDays(a: CalendarDate, b: CalendarDate): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Full years of age (周岁) on a day. The birthday itself counts; who was born on 29 February grows
 * older on 1 March of a common year. Negative before birth.
 */
export function ageOn(bornOn: CalendarDate, asOf: CalendarDate): number {
  const years = Number(asOf.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return asOf.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** Lines by the hundred thousand lie on a few hundred days: each is reckoned with once. More than a century's are let go. */
const MOST_DAYS = 40_000;
const numbers = new Map<CalendarDate, number>();
const texts = new Map<number, CalendarDate>();

/** Days since 1970. */
function numberOfDay(on: CalendarDate): number {
  const known = numbers.get(on);
  if (known !== undefined) return known;
  const number = Math.round(Date.parse(on) / 86_400_000);
  if (numbers.size >= MOST_DAYS) numbers.clear();
  numbers.set(on, number);
  return number;
}

function dayOfNumber(number: number): CalendarDate {
  const known = texts.get(number);
  if (known !== undefined) return known;
  const on = new Date(number * 86_400_000).toISOString().slice(0, 10) as CalendarDate;
  if (texts.size >= MOST_DAYS) texts.clear();
  texts.set(number, on);
  return on;
}

function isoDay(text: string): CalendarDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  return calendarDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)));
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
