import { addDays, type CalendarDate } from "../shared/calendar-date";
import { addMonths, monthOf } from "../shared/months";
import { cumulative, type DayCount } from "./counting";
import { countedTo, dueBy, type Period } from "./pace";

/** The end of a month of the period: the same figures as the curve, for the table beside it. */
export interface MonthEnd {
  /** The month's last day, or the last day counted. */
  readonly on: CalendarDate;
  /** Counted by the end of the day. */
  readonly total: number;
  readonly added: number;
  /** Whole units due; null without a number. */
  readonly due: number | null;
}

/** What was counted and what was due at the end of each month up to the day of the board. */
export function monthEnds(
  period: Period,
  needed: number | null,
  days: readonly DayCount[],
  asOf: CalendarDate,
): readonly MonthEnd[] {
  const last = countedTo(period, asOf);
  const totals = cumulative(days);
  const ends: MonthEnd[] = [];
  let month = monthOf(period.periodFrom);
  while (month <= last) {
    const next = addMonths(month, 1);
    const end = addDays(next, -1);
    const on = end < last ? end : last;
    const total = totals.reduce((sum, one) => (one.on <= on ? one.total : sum), 0);
    const due = needed === null ? null : Math.floor(dueBy(period, needed, on) + 1e-9);
    ends.push({ on, total, added: total - (ends[ends.length - 1]?.total ?? 0), due });
    month = next;
  }
  return ends;
}
