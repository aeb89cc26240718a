import type { CalendarDate } from "../shared/calendar-date";
import { endsTheJob, type FollowUpOutcome } from "./follow-up";
import { firstFollowUpOn, nextFollowUpOn, unreachableAfter } from "./follow-up-schedule";

/** What the ledger says of a placement's follow-ups. */
export interface FollowedPlacement {
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly nextFollowUpOn: CalendarDate | null;
  readonly lastContactOn: CalendarDate | null;
  readonly lastOutcome: FollowUpOutcome | null;
  readonly unreachableCount: number;
}

export interface Contact {
  readonly outcome: FollowUpOutcome;
  readonly contactedOn: CalendarDate;
  /** The last day worked, when the outcome ends the job. */
  readonly endedOn: CalendarDate | null;
}

export type ContactDoubt =
  | { readonly kind: "inFuture" }
  | { readonly kind: "beforeStart"; readonly startedOn: CalendarDate }
  | { readonly kind: "ended"; readonly endedOn: CalendarDate }
  | { readonly kind: "beforeLastContact"; readonly lastContactOn: CalendarDate }
  | { readonly kind: "badLastDay" };

/** Why the contact cannot be as told, or null. The last day worked lies between the first and the contact. */
export function doubtOf(
  placement: FollowedPlacement,
  { outcome, contactedOn, endedOn }: Contact,
  today: CalendarDate,
): ContactDoubt | null {
  const { startedOn, lastContactOn } = placement;
  if (contactedOn > today) return { kind: "inFuture" };
  if (contactedOn < startedOn) return { kind: "beforeStart", startedOn };
  const isOver = placement.endedOn !== null && (contactedOn > placement.endedOn || ends(outcome));
  if (isOver && placement.endedOn !== null) return { kind: "ended", endedOn: placement.endedOn };
  if (!ends(outcome)) return null;
  if (isLate(placement, contactedOn) && lastContactOn !== null) {
    return { kind: "beforeLastContact", lastContactOn };
  }
  const isWithin = endedOn !== null && endedOn >= startedOn && endedOn <= contactedOn;
  return isWithin ? null : { kind: "badLastDay" };
}

/** The standing after a contact; one dated before the latest is history and changes nothing. */
export function standingAfter(
  placement: FollowedPlacement,
  contact: Contact,
  retryDays: number,
): FollowedPlacement {
  const { outcome, contactedOn } = contact;
  if (isLate(placement, contactedOn)) return placement;
  return {
    ...placement,
    endedOn: ends(outcome) ? contact.endedOn : placement.endedOn,
    nextFollowUpOn: nextFollowUpOn(placement, outcome, contactedOn, retryDays),
    lastContactOn: contactedOn,
    lastOutcome: outcome,
    unreachableCount: unreachableAfter(placement.unreachableCount, outcome),
  };
}

/**
 * The standing that these contacts leave, in the order of their recording: what is written again after one of them was
 * voided. `endedOn` stands as it is: a contact that says otherwise was taken back by reopening the job.
 */
export function standingFrom(
  job: Pick<FollowedPlacement, "startedOn" | "endedOn">,
  contacts: readonly Contact[],
  retryDays: number,
): FollowedPlacement {
  const { startedOn, endedOn } = job;
  const begun: FollowedPlacement = {
    ...{ startedOn, endedOn: null, nextFollowUpOn: firstFollowUpOn(startedOn) },
    ...{ lastContactOn: null, lastOutcome: null, unreachableCount: 0 },
  };
  const after = contacts.reduce((standing, contact) => {
    const next = standingAfter(standing, contact, retryDays);
    if (next === standing || !ends(contact.outcome)) return next;
    const goesOn = nextFollowUpOn(standing, "ON_JOB", contact.contactedOn, retryDays);
    return { ...next, endedOn: null, nextFollowUpOn: goesOn };
  }, begun);
  return { ...after, endedOn, nextFollowUpOn: endedOn === null ? after.nextFollowUpOn : null };
}

/** The day the contact was due; null for one outside the schedule: early, late in its entry, or after its end. */
export function dueOf(
  placement: FollowedPlacement,
  contactedOn: CalendarDate,
): CalendarDate | null {
  const { nextFollowUpOn: dueOn } = placement;
  return dueOn !== null && contactedOn >= dueOn && !isLate(placement, contactedOn) ? dueOn : null;
}

const ends = endsTheJob;

function isLate({ lastContactOn }: FollowedPlacement, contactedOn: CalendarDate): boolean {
  return lastContactOn !== null && contactedOn < lastContactOn;
}
