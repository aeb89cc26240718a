import { daysBetween, type CalendarDate } from "../shared/calendar-date";

export interface Period {
  readonly periodFrom: CalendarDate;
  /** The last day that counts. */
  readonly deadlineOn: CalendarDate;
}

/** Where a day stands in a target's period. */
export type Phase = "before" | "running" | "over";

/** The deadline's own day is still running; the day after it, the period is over. */
export function phaseOn({ periodFrom, deadlineOn }: Period, asOf: CalendarDate): Phase {
  if (asOf < periodFrom) return "before";
  return asOf <= deadlineOn ? "running" : "over";
}

/** The last day that is counted when the board is drawn as of a day. */
export function countedTo({ deadlineOn }: Period, asOf: CalendarDate): CalendarDate {
  return asOf < deadlineOn ? asOf : deadlineOn;
}

/** Whether a first day of work (or the day of an event) falls into the period, both ends included. */
export function isInPeriod(period: Period, on: CalendarDate, asOf: CalendarDate): boolean {
  return period.periodFrom <= on && on <= countedTo(period, asOf);
}

/**
 * What is due by the end of a day when the work is spread evenly over the whole days of the period, both ends
 * included: 0 before it, all on the deadline. A fraction; whole units due are its floor.
 */
export function dueBy(period: Period, needed: number, on: CalendarDate): number {
  const days = daysBetween(period.periodFrom, period.deadlineOn) + 1;
  const gone = daysBetween(period.periodFrom, on) + 1;
  return (needed * Math.min(days, Math.max(0, gone))) / days;
}

/** Days in which the target can still be worked for, the day itself included; 0 once it is over. */
export function daysLeft(period: Period, asOf: CalendarDate): number {
  const start = asOf < period.periodFrom ? period.periodFrom : asOf;
  return Math.max(0, daysBetween(start, period.deadlineOn) + 1);
}
