import { addDays, type CalendarDate } from "../shared/calendar-date";
import { addMonths, monthOf } from "../shared/months";
import type { FollowUpOutcome } from "./follow-up";
import type { EvidenceKind } from "./placement";
import { STILL_IN_WORK, type Job } from "./retention";

/** A standing piece of evidence. */
export interface Paper {
  readonly kind: EvidenceKind;
  /** First days of the first and last month it speaks for; both null for a contract. */
  readonly fromMonth: CalendarDate | null;
  readonly toMonth: CalendarDate | null;
}

/** One placement with all that is known of it. */
export interface JobRecord extends Job {
  /** Of the contract; null: not entered. */
  readonly contractFrom: CalendarDate | null;
  readonly contractTo: CalendarDate | null;
  readonly papers: readonly Paper[];
  /** Contacts that stand, in the order of their recording. */
  readonly contacts: readonly {
    readonly contactedOn: CalendarDate;
    readonly outcome: FollowUpOutcome;
  }[];
}

/** A job as it was known on a day: its clock runs to the last day on which anybody knows of him in work. */
export interface KnownJob extends JobRecord {
  readonly isLost: boolean;
}

/** Days one after the other, both included. */
export interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** With the contacts made by `asOf`; a job whose person was found lost ends for the clock when he was last seen. */
export function knownOn(job: JobRecord, asOf: CalendarDate): KnownJob {
  const contacts = job.contacts.filter(({ contactedOn }) => contactedOn <= asOf);
  const lostOn = job.endedOn === null ? lostSince(contacts) : null;
  if (lostOn === null) return { ...job, contacts, isLost: false };
  return { ...job, contacts, isLost: true, endedOn: lastSeenOn(job, lostOn) };
}

/**
 * The day on which the person was found lost, or null: nobody has told since that he is in work, or when he left. A call
 * without an answer, or refused, tells neither.
 */
export function lostSince(contacts: JobRecord["contacts"]): CalendarDate | null {
  const telling = contacts
    .filter(({ outcome }) => outcome !== "NO_ANSWER" && outcome !== "REFUSED")
    .sort((a, b) => (a.contactedOn < b.contactedOn ? -1 : a.contactedOn > b.contactedOn ? 1 : 0));
  const last = telling[telling.length - 1];
  return last?.outcome === "LOST" ? last.contactedOn : null;
}

/** Whether a paper or a call within these days shows the person in work. */
export function isSeenWithin({ papers, contacts }: JobRecord, { from, to }: Days): boolean {
  return (
    papers.some(({ fromMonth, toMonth }) => {
      if (fromMonth === null || toMonth === null) return false;
      return fromMonth <= to && toMonth >= monthOf(from);
    }) || isFoundWithin(contacts, { from, to })
  );
}

/** Whether a follow-up found the person in work within these days, both included. */
export function isFoundWithin(contacts: JobRecord["contacts"], { from, to }: Days): boolean {
  return contacts.some(
    ({ outcome, contactedOn: on }) => outcome === "ON_JOB" && on >= from && on <= to,
  );
}

/** The last day that a job reaches for the clock. */
export function lastDayOf({ endedOn }: Job): CalendarDate {
  return endedOn ?? STILL_IN_WORK;
}

/** By his first day, a call or a paper, never after he was found lost. */
function lastSeenOn({ startedOn, papers, contacts }: JobRecord, lostOn: CalendarDate) {
  const calls = contacts
    .filter(({ outcome, contactedOn }) => outcome === "ON_JOB" && contactedOn <= lostOn)
    .map(({ contactedOn }) => contactedOn);
  const ends = papers.flatMap(({ fromMonth, toMonth }) => {
    if (fromMonth === null || toMonth === null || fromMonth > lostOn) return [];
    const end = addDays(addMonths(toMonth, 1), -1);
    return [end < lostOn ? end : lostOn];
  });
  return [...calls, ...ends].reduce((a, b) => (a > b ? a : b), startedOn);
}
