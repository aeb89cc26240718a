import { daysBetween, type CalendarDate } from "../shared/calendar-date";
import { monthsEnd, wholeMonths } from "../shared/months";

/** Months of a temporary public-service post (沪合组办〔2020〕9号 二(三)二). */
export const TERM_MONTHS = { least: 3, most: 6, citation: "沪合组办〔2020〕9号 二(三)二" } as const;

/**
 * A term from its first day to its last, both counted, in whole months by date: 1 April to 30 June is three,
 * 1 April to 30 September six. `tooLong` is refused, `short` needs a reason.
 */
export type TermVerdict =
  | { readonly kind: "backwards" }
  | { readonly kind: "short"; readonly months: number; readonly enough: CalendarDate }
  | { readonly kind: "fits"; readonly months: number }
  | { readonly kind: "tooLong"; readonly latest: CalendarDate };

export function judgeTerm(startsOn: CalendarDate, endsOn: CalendarDate): TermVerdict {
  if (endsOn < startsOn) return { kind: "backwards" };
  const latest = monthsEnd(startsOn, TERM_MONTHS.most);
  if (endsOn > latest) return { kind: "tooLong", latest };
  const months = wholeMonths(startsOn, endsOn);
  if (months >= TERM_MONTHS.least) return { kind: "fits", months };
  return { kind: "short", months, enough: monthsEnd(startsOn, TERM_MONTHS.least) };
}

/** A post held, by its days, both counted. */
export interface HeldTerm {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}

/** Posts that follow each other with at most so many days between; as a whole one term. */
export interface TermChain<Term extends HeldTerm = HeldTerm> {
  readonly terms: readonly Term[];
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  /** Six whole months are exceeded, from the first day of the first to the last of the last. */
  readonly isTooLong: boolean;
}

/**
 * The posts of one person as chains: a gap of more than `gapDays` days without a post begins a new chain
 * (what a real gap is no document says; a dated parameter, our definition until one does).
 */
export function chainsOf<Term extends HeldTerm>(
  terms: readonly Term[],
  gapDays: number,
): readonly TermChain<Term>[] {
  const sorted = [...terms].sort((a, b) => a.startsOn.localeCompare(b.startsOn));
  const groups: Term[][] = [];
  let end: CalendarDate | "" = "";
  for (const term of sorted) {
    if (end === "" || daysBetween(end, term.startsOn) - 1 > gapDays) {
      groups.push([]);
      end = term.endsOn;
    }
    groups.at(-1)?.push(term);
    if (term.endsOn > end) end = term.endsOn;
  }
  return groups.flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const endsOn = group.reduce(
      (latest, one) => (one.endsOn > latest ? one.endsOn : latest),
      first.endsOn,
    );
    const isTooLong = endsOn > monthsEnd(first.startsOn, TERM_MONTHS.most);
    return [{ terms: group, startsOn: first.startsOn, endsOn, isTooLong }];
  });
}
