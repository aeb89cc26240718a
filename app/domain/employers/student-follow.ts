import { addDays, daysBetween, type CalendarDate } from "../shared/calendar-date";
import { OPEN_STATES, type StudentState } from "./student";

/** Days before graduation from which a student without a job is work to be done. Our definition: decisions/0024. */
export const BEFORE_GRADUATION_DAYS = 90;
/** Days after graduation after which a student without a job is late. Our definition: decisions/0024. */
export const AFTER_GRADUATION_DAYS = 90;
/** Days a student may be left without a step. Our definition: decisions/0024. */
export const CONTACT_DAYS = 90;

/** `far`: nothing to do yet; `near`: within 90 days of graduating, before or after; `late`: beyond. */
export type Settling = "settled" | "far" | "near" | "late";

export interface Followed {
  readonly state: StudentState;
  readonly graduatesOn: CalendarDate;
  /** Day of the last step; the day of registration before there is one. */
  readonly lastStepOn: CalendarDate;
}

export function settlingOn(one: Followed, today: CalendarDate): Settling {
  if (!OPEN_STATES.includes(one.state)) return "settled";
  const since = daysBetween(one.graduatesOn, today);
  if (since < -BEFORE_GRADUATION_DAYS) return "far";
  return since <= AFTER_GRADUATION_DAYS ? "near" : "late";
}

/** Whether nobody has done anything for the student in more than 90 days. */
export function isContactOverdue(one: Followed, today: CalendarDate): boolean {
  return OPEN_STATES.includes(one.state) && daysBetween(one.lastStepOn, today) > CONTACT_DAYS;
}

/** The last graduation day that is near or late today: the database's side of `settlingOn`. */
export function nearUntil(today: CalendarDate): CalendarDate {
  return addDays(today, BEFORE_GRADUATION_DAYS);
}

/** Last steps before this day are overdue today: the database's side of `isContactOverdue`. */
export function contactedSince(today: CalendarDate): CalendarDate {
  return addDays(today, -CONTACT_DAYS);
}
