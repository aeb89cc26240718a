import type { CalendarDate } from "../shared/calendar-date";
import { provedSince, tallyOf, type DayCount, type Tally } from "./counting";
import { forecast, isAtRisk, isForeseeable, rateFrom, type Forecast } from "./forecast";
import type { CountingBasis } from "./measure";
import { daysLeft, dueBy, phaseOn, type Period, type Phase } from "./pace";
import { neededFor } from "./target";

/** What one area is asked for. */
export interface Demand extends Period {
  readonly value: number | null;
  readonly mustExceed: boolean;
  readonly basis: CountingBasis;
}

/** Where one area stands with one target at the end of a day. */
export interface Standing {
  readonly tally: Tally;
  readonly phase: Phase;
  /** Proved by value, 0..1 and beyond; null without a value (or a value of 0). */
  readonly rate: number | null;
  /** Whole units due by the day when the work is spread evenly; null without a value. */
  readonly due: number | null;
  /** Proved less due: below zero is behind. */
  readonly ahead: number | null;
  /** Null without a value; what is missing to the value, or to more than it where it must be exceeded. */
  readonly remaining: number | null;
  readonly daysLeft: number;
  /** Null without a value, when nothing is missing, or when it is over. */
  readonly neededPerDay: number | null;
  /** Null without a value, when nothing is missing, outside the period and in its first days, and of events. */
  readonly forecast: Forecast | null;
  readonly result: Result;
}

/**
 * noNumber: the document gives none. tooEarly: the period has not run long enough for a forecast. atRisk: behind the
 * even pace, and expected too late. onPace: not behind it, though the last days' rate would not do. failed: only after
 * the deadline.
 */
export type Result =
  | "noNumber"
  | "notBegun"
  | "tooEarly"
  | "met"
  | "onTrack"
  | "onPace"
  | "behind"
  | "atRisk"
  | "failed";

export const RESULT_LABELS: Readonly<Record<Result, string>> = {
  noNumber: "只计数",
  notBegun: "未开始",
  met: "已完成",
  tooEarly: "数据不足",
  onTrack: "预计按期完成",
  onPace: "序时不落后",
  behind: "落后于序时",
  atRisk: "预计逾期",
  failed: "未完成",
};

/** The standing of an area from its units counted day by day up to `asOf` (or the deadline, if earlier). */
export function standingOf(
  demand: Demand,
  days: readonly DayCount[],
  asOf: CalendarDate,
): Standing {
  const tally = tallyOf(days);
  const phase = phaseOn(demand, asOf);
  const needed = neededFor(demand.value, demand.mustExceed);
  const left = daysLeft(demand, asOf);
  const common = { tally, phase, daysLeft: left };
  const open = { rate: null, due: null, ahead: null, remaining: null };
  const unknown = { neededPerDay: null, forecast: null };
  if (demand.value === null || needed === null) {
    return { ...common, ...open, ...unknown, result: "noNumber" };
  }
  // A fraction such as 150 × 304 ÷ 304 must not fall below its whole number.
  const due = Math.floor(dueBy(demand, needed, asOf) + 1e-9);
  const remaining = Math.max(0, needed - tally.proved);
  const figures = {
    ...common,
    rate: demand.value === 0 ? null : tally.proved / demand.value,
    ...{ due, ahead: tally.proved - due, remaining },
  };
  if (remaining === 0) return { ...figures, ...unknown, result: "met" };
  if (phase === "over") return { ...figures, ...unknown, result: "failed" };
  const neededPerDay = remaining / left;
  if (phase === "before") return { ...figures, neededPerDay, forecast: null, result: "notBegun" };
  const isBehind = figures.ahead < 0;
  // A fair or a class is an event planned for its day: no rate tells when the next will be.
  if (demand.basis === "EVENTS") {
    return { ...figures, neededPerDay, forecast: null, result: isBehind ? "behind" : "onPace" };
  }
  if (!isForeseeable(demand, asOf)) {
    return { ...figures, neededPerDay, forecast: null, result: "tooEarly" };
  }
  const recent = provedSince(days, rateFrom(demand, asOf));
  const expected = forecast(demand, asOf, { recent, remaining });
  const result = !isAtRisk(expected, demand) ? "onTrack" : isBehind ? "atRisk" : "onPace";
  return { ...figures, neededPerDay, forecast: expected, result };
}
