import { addDays, daysBetween, type CalendarDate } from "../shared/calendar-date";
import { monthsEnd, wholeMonths } from "../shared/months";
import { MILESTONE_MONTHS } from "./follow-up-schedule";

// 稳定就业 (R24): the documents name it without defining it; what counts here is decision 0020.

/** One employment as the clock sees it; `endedOn` is the last day worked, null while in work. */
export interface Job {
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

/** Days worked without a day between, both counted. A job without an end runs to `STILL_IN_WORK`. */
export interface Stretch {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export type MilestoneState =
  | { readonly kind: "reached"; readonly on: CalendarDate }
  | { readonly kind: "expected"; readonly on: CalendarDate }
  /** The last job ends too early; one that begins on `until` at the latest goes on counting. */
  | { readonly kind: "needsNextJob"; readonly until: CalendarDate }
  | { readonly kind: "missed"; readonly endedOn: CalendarDate };

export interface Milestone {
  readonly months: (typeof MILESTONE_MONTHS)[number];
  readonly state: MilestoneState;
}

/** A person's employment that goes on across employers and short gaps. */
export interface Spell {
  readonly firstOn: CalendarDate;
  /** The last day worked, also one that lies ahead; null while no end is known. */
  readonly lastOn: CalendarDate | null;
  readonly stretches: readonly Stretch[];
  /** Days between jobs, up to the day asked about. */
  readonly gapDays: number;
  readonly wholeMonths: number;
  readonly milestones: readonly Milestone[];
}

export const STILL_IN_WORK = "9999-12-31" as CalendarDate;

/**
 * The spells begun by `asOf`, the earliest first: the last one stands. Jobs may overlap and come in any order. Gaps of
 * up to `gapDays` days join two jobs and do not count as work; a longer one begins anew.
 */
export function spellsOf(
  jobs: readonly Job[],
  gapDays: number,
  asOf: CalendarDate,
): readonly Spell[] {
  const begun = stretchesOf(jobs.filter(({ startedOn }) => startedOn <= asOf));
  const spells: Stretch[][] = [];
  for (const [at, stretch] of begun.entries()) {
    const current = spells[spells.length - 1];
    if (current === undefined || gapBefore(begun, at) > gapDays) spells.push([stretch]);
    else current.push(stretch);
  }
  return spells.flatMap((stretches) => spellOf(stretches, gapDays, asOf));
}

function spellOf(stretches: readonly Stretch[], gapDays: number, asOf: CalendarDate): Spell[] {
  const [first, last] = [stretches[0], stretches[stretches.length - 1]];
  if (first === undefined || last === undefined) return [];
  const worked = stretches.reduce((days, one) => days + daysOf(one, asOf), 0);
  const until = last.to === STILL_IN_WORK ? asOf : last.to < asOf ? last.to : asOf;
  const spell = {
    firstOn: first.from,
    lastOn: last.to === STILL_IN_WORK ? null : last.to,
    stretches,
    gapDays: daysBetween(first.from, until) + 1 - worked,
    wholeMonths: wholeMonths(first.from, addDays(first.from, worked - 1)),
    milestones: MILESTONE_MONTHS.map((months) => ({
      months,
      state: stateOf(stretches, months, gapDays, asOf),
    })),
  };
  return [spell];
}

/** The day on which so many months of the spell are full, gaps left out; null when its jobs end before. */
export function monthFullOn(stretches: readonly Stretch[], months: number): CalendarDate | null {
  return workedDay(stretches, daysOfMonths(stretches, months));
}

/** The first day of the n-th month of work (from 1); null when the jobs end before. */
export function monthBeginsOn(stretches: readonly Stretch[], month: number): CalendarDate | null {
  return workedDay(stretches, daysOfMonths(stretches, month - 1) + 1);
}

function stateOf(
  stretches: readonly Stretch[],
  months: number,
  gapDays: number,
  asOf: CalendarDate,
): MilestoneState {
  const on = monthFullOn(stretches, months);
  if (on !== null) return { kind: on <= asOf ? "reached" : "expected", on };
  const endedOn = stretches[stretches.length - 1]?.to ?? asOf;
  const until = addDays(endedOn, gapDays + 1);
  return asOf <= until ? { kind: "needsNextJob", until } : { kind: "missed", endedOn };
}

/** Days that so many months take from the first day of the spell on. */
function daysOfMonths(stretches: readonly Stretch[], months: number): number {
  const first = stretches[0]?.from;
  if (first === undefined || months === 0) return 0;
  return daysBetween(first, monthsEnd(first, months)) + 1;
}

function workedDay(stretches: readonly Stretch[], count: number): CalendarDate | null {
  let left = count;
  for (const { from, to } of stretches) {
    const days = daysBetween(from, to) + 1;
    if (left <= days) return addDays(from, left - 1);
    left -= days;
  }
  return null;
}

function stretchesOf(jobs: readonly Job[]): readonly Stretch[] {
  const merged: Stretch[] = [];
  for (const job of [...jobs].sort((a, b) => (a.startedOn < b.startedOn ? -1 : 1))) {
    const to = job.endedOn ?? STILL_IN_WORK;
    const before = merged[merged.length - 1];
    if (before === undefined || !touches(before, job.startedOn)) {
      merged.push({ from: job.startedOn, to });
    } else if (to > before.to) {
      merged[merged.length - 1] = { from: before.from, to };
    }
  }
  return merged;
}

function touches(before: Stretch, startedOn: CalendarDate): boolean {
  return before.to === STILL_IN_WORK || startedOn <= addDays(before.to, 1);
}

function gapBefore(stretches: readonly Stretch[], at: number): number {
  const [before, here] = [stretches[at - 1], stretches[at]];
  return before === undefined || here === undefined ? 0 : daysBetween(before.to, here.from) - 1;
}

function daysOf(stretch: Stretch, asOf: CalendarDate): number {
  return daysBetween(stretch.from, stretch.to < asOf ? stretch.to : asOf) + 1;
}
