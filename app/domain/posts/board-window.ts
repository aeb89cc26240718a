import { addDays, calendarDate, type CalendarDate } from "../shared/calendar-date";
import { addMonths, monthOf, monthsEnd } from "../shared/months";
import { isOfToday, type BoardPost, type BoardState } from "./board";
import { lastDayOf } from "./post";
import { TERM_MONTHS } from "./term";

/** Months side by side on the board. */
export const WINDOW_MONTHS = 12;

/**
 * First of the twelve months: January of the year, or half a year back where the board is about this day. What is owed
 * may be older: then the window begins with the first of the posts shown, and later ones may lie outside it.
 */
export function windowFrom(
  { state, year }: { readonly state: BoardState; readonly year: number },
  firstDays: readonly CalendarDate[],
  today: CalendarDate,
): CalendarDate {
  if (!isOfToday(state)) return calendarDate(year, 1, 1) ?? monthOf(today);
  const usual = addMonths(monthOf(today), -TERM_MONTHS.most);
  return firstDays.map(monthOf).reduce((first, month) => (month < first ? month : first), usual);
}

export function windowMonths(from: CalendarDate): readonly CalendarDate[] {
  return Array.from({ length: WINDOW_MONTHS }, (_, at) => addMonths(from, at));
}

/** Where a day begins in the window, every month as wide as another: 0 at its left, 1 at its right edge. */
export function shareAt(from: CalendarDate, on: CalendarDate): number {
  const months = (day: CalendarDate) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  const length = Number(monthsEnd(monthOf(on), 1).slice(8));
  const within = (Number(on.slice(8)) - 1) / length;
  return Math.min(1, Math.max(0, (months(on) - months(from) + within) / WINDOW_MONTHS));
}

/** A bar over the window, in shares of its width; a line outside the window is null. */
export interface BarShape {
  readonly from: number;
  /** Where he left, or the term ends. */
  readonly to: number;
  /** The end agreed, further right when he left early. */
  readonly agreed: number;
  /** From here the term is long enough, and here it must end at the latest. */
  readonly least: number | null;
  readonly most: number | null;
  /** The beginning of the day asked about. */
  readonly today: number | null;
}

export function barShape(post: BoardPost, from: CalendarDate, today: CalendarDate): BarShape {
  const after = (day: CalendarDate) => shareAt(from, addDays(day, 1));
  const line = (share: number) => (share > 0 && share < 1 ? share : null);
  return {
    from: shareAt(from, post.startsOn),
    to: after(lastDayOf(post)),
    agreed: after(post.endsOn),
    least: line(after(monthsEnd(post.startsOn, TERM_MONTHS.least))),
    most: line(after(monthsEnd(post.startsOn, TERM_MONTHS.most))),
    today: line(shareAt(from, today)),
  };
}
