import type { CalendarDate } from "../shared/calendar-date";
import type { HeldTerm } from "./term";

export interface Peak {
  /** The most posts held on one of the days. */
  readonly held: number;
  /** The first day on which they are. */
  readonly on: CalendarDate;
}

/** On how many posts at most the holders stand on one day of the term, first and last day counted. */
export function peakOf(term: HeldTerm, holders: readonly HeldTerm[]): Peak {
  const days = [
    term.startsOn,
    ...holders
      .map(({ startsOn }) => startsOn)
      .filter((one) => one > term.startsOn && one <= term.endsOn),
  ].sort();
  let peak: Peak = { held: 0, on: term.startsOn };
  for (const on of days) {
    const held = holders.filter((one) => one.startsOn <= on && on <= one.endsOn).length;
    if (held > peak.held) peak = { held, on };
  }
  return peak;
}

/** The most posts held on any day at all; null when nobody holds one. */
export function peakEver(holders: readonly HeldTerm[]): Peak | null {
  return holders.reduce<Peak | null>((most, one) => {
    const peak = peakOf({ startsOn: one.startsOn, endsOn: one.startsOn }, holders);
    return most === null || peak.held > most.held ? peak : most;
  }, null);
}
