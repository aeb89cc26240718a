import { addDays, daysBetween, type CalendarDate } from "../shared/calendar-date";
import type { Period } from "./pace";
import { poissonInterval } from "./poisson-interval";

/** Days of the past from which the rate is taken. */
export const RATE_DAYS = 60;
export const CONFIDENCE = 0.9;
/** Days a period must have run before its rate says anything; fewer are chance. Our definition (decisions/0022). */
export const FEWEST_DAYS = 30;
/** A date further off than this says nothing. */
const HORIZON_DAYS = 3650;

/** When the target will be met if things go on as in the last days. */
export type Forecast =
  /** Nothing was achieved in those days, or so little that ten years would not do. */
  | { readonly kind: "never"; readonly earliest: CalendarDate | null }
  | {
      readonly kind: "date";
      readonly on: CalendarDate;
      /** The 90 % interval of the date; no latest where it lies beyond the horizon. */
      readonly earliest: CalendarDate;
      readonly latest: CalendarDate | null;
    };

/** Whether enough days have run, that of the board included, for a rate to say anything. */
export function isForeseeable({ periodFrom }: Period, asOf: CalendarDate): boolean {
  return daysBetween(periodFrom, asOf) + 1 >= FEWEST_DAYS;
}

/** First day of the days the rate is taken from: 60 in all, or fewer where the period is younger. */
export function rateFrom({ periodFrom }: Period, asOf: CalendarDate): CalendarDate {
  const from = addDays(asOf, 1 - RATE_DAYS);
  return from > periodFrom ? from : periodFrom;
}

/**
 * Forecast as of a day within the period. `recent`: what was counted from `rateFrom` to `asOf`; `remaining`: what
 * is missing, at least 1. The recent count is taken as Poisson; its exact interval bounds the rate and so the date.
 */
export function forecast(
  period: Period,
  asOf: CalendarDate,
  { recent, remaining }: { readonly recent: number; readonly remaining: number },
): Forecast {
  const days = daysBetween(rateFrom(period, asOf), asOf) + 1;
  const reached = (count: number) => dayReached(asOf, (remaining * days) / count);
  const { lower, upper } = poissonInterval(recent, CONFIDENCE);
  const on = recent === 0 ? null : reached(recent);
  const earliest = reached(upper);
  if (on === null || earliest === null) return { kind: "never", earliest };
  return { kind: "date", on, earliest, latest: lower === 0 ? null : reached(lower) };
}

/** Whether the target will, by this forecast, not be met in time: on the deadline itself it still is. */
export function isAtRisk(found: Forecast, { deadlineOn }: Period): boolean {
  return found.kind === "never" || found.on > deadlineOn;
}

function dayReached(asOf: CalendarDate, days: number): CalendarDate | null {
  return days > HORIZON_DAYS ? null : addDays(asOf, Math.ceil(days));
}
