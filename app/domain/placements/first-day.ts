import type { CalendarDate } from "../shared/calendar-date";
import type { FollowUpOutcome } from "./follow-up";
import { firstFollowUpOn, nextFollowUpOn } from "./follow-up-schedule";

/**
 * The next follow-up when the first day of work moves; undefined where it does not hang on it: the job is over, or an
 * unanswered call is to be tried again, or the person is not asked any more.
 */
export function followUpAfterMove(
  one: {
    readonly endedOn: CalendarDate | null;
    readonly lastContactOn: CalendarDate | null;
    readonly lastOutcome: FollowUpOutcome | null;
    readonly unreachableCount: number;
  },
  startedOn: CalendarDate,
): CalendarDate | null | undefined {
  const { endedOn, lastContactOn, lastOutcome, unreachableCount } = one;
  if (endedOn !== null) return undefined;
  if (lastContactOn === null) return firstFollowUpOn(startedOn);
  if (lastOutcome !== "ON_JOB" && lastOutcome !== "REFUSED") return undefined;
  const facts = { startedOn, endedOn, unreachableCount };
  return nextFollowUpOn(facts, lastOutcome, lastContactOn, 0);
}
