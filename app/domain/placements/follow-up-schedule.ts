import { addDays, type CalendarDate } from "../shared/calendar-date";
import { addMonths } from "../shared/months";
import type { FollowUpOutcome } from "./follow-up";

// Our definition (decision 0020): the documents ask for 跟踪 without saying when.
const FIRST_AFTER_DAYS = 15;
/** Whole months of work after which somebody is asked again, and that stable employment is told by. */
export const MILESTONE_MONTHS = [1, 2, 3, 6] as const;
/** So many unanswered calls in a row, and the labour station looks for the person. */
export const SUSPECTED_LOST_AFTER = 3;

/** What the schedule of a placement depends on. */
export interface FollowUpFacts {
  readonly startedOn: CalendarDate;
  /** The last day worked; null while in work. */
  readonly endedOn: CalendarDate | null;
  /** Unanswered contacts in a row before this one. */
  readonly unreachableCount: number;
}

/** The day of the first follow-up: 15 days after the first day of work. */
export function firstFollowUpOn(startedOn: CalendarDate): CalendarDate {
  return addDays(startedOn, FIRST_AFTER_DAYS);
}

/**
 * The day of the next follow-up after a contact; null when nobody is to be asked any more: the schedule is
 * done, the job is over, or the person is lost. `retryDays`: days until an unanswered call is tried again; from the
 * third in a row on, a month.
 */
export function nextFollowUpOn(
  placement: FollowUpFacts,
  outcome: FollowUpOutcome,
  contactedOn: CalendarDate,
  retryDays: number,
): CalendarDate | null {
  const { startedOn, endedOn, unreachableCount } = placement;
  const next = nextDay();
  return endedOn !== null && next !== null && next > endedOn ? null : next;

  function nextDay(): CalendarDate | null {
    switch (outcome) {
      case "ON_JOB":
      case "REFUSED":
        return scheduleOf(startedOn).find(({ on }) => on > contactedOn)?.on ?? null;
      case "NO_ANSWER":
        return isSuspectedLost(unreachableCount + 1)
          ? addMonths(contactedOn, 1)
          : addDays(contactedOn, retryDays);
      case "CHANGED_JOB":
      case "RETURNED_HOME":
      case "LOST":
        return null;
    }
  }
}

/** Unanswered contacts in a row after this one; finding somebody lost keeps the count. */
export function unreachableAfter(count: number, outcome: FollowUpOutcome): number {
  if (outcome === "NO_ANSWER") return count + 1;
  return outcome === "LOST" ? count : 0;
}

/** Whether so many unanswered contacts in a row put a person on the labour station's list (疑似失联). */
export function isSuspectedLost(unreachableCount: number): boolean {
  return unreachableCount >= SUSPECTED_LOST_AFTER;
}

/** Every day on which somebody is asked, from the first day of work on, and what for. */
export function scheduleOf(
  startedOn: CalendarDate,
): readonly { readonly on: CalendarDate; readonly label: string }[] {
  return [
    { on: firstFollowUpOn(startedOn), label: `满${FIRST_AFTER_DAYS}天` },
    ...MILESTONE_MONTHS.map((months) => ({
      on: addMonths(startedOn, months),
      label: `满${months}个月`,
    })),
  ];
}
