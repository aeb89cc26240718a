import { day, type CalendarDate } from "../shared/calendar-date";
import { fen, type Fen } from "../shared/fen";

/** What a pot of an earlier year leaves to be carried over; zero when it is all committed. */
export function carryOverOf(pot: { readonly amountFen: Fen; readonly committedFen: Fen }): Fen {
  return fen(pot.amountFen - pot.committedFen);
}

export interface PotOfYear {
  readonly year: number;
  readonly isLocked: boolean;
  /** The day of the decision's effect; null: none has freed it. */
  readonly releasedOn: CalendarDate | null;
}

/**
 * The last year in which a pot is spent: its own, or that of a release which came later. A release of money whose year
 * is over is for the year in which it is made, and what that year leaves is carry-over again.
 */
export function lastYearOf({ year, releasedOn }: Omit<PotOfYear, "isLocked">): number {
  return releasedOn === null ? year : Math.max(year, Number(releasedOn.slice(0, 4)));
}

/**
 * Whether the rest of a pot is locked by the calendar alone: the last year in which it is spent is over. Nothing new is
 * spent of it then, carried over or not (沪合组办〔2020〕9号 二(三)四); claims for events of its own year still are that
 * year's obligation.
 */
export function isYearOver(pot: Omit<PotOfYear, "isLocked">, today: CalendarDate): boolean {
  return Number(today.slice(0, 4)) > lastYearOf(pot);
}

/** Locked by its carry-over or by the end of its year. */
export function isLockedOn(pot: PotOfYear, today: CalendarDate): boolean {
  return pot.isLocked || isYearOver(pot, today);
}

/** The first day on which the rest of a pot of that year is taken into a later one. */
export function carryOverFrom({ year }: { readonly year: number }): CalendarDate {
  return day(`${year}-12-31`);
}

/** What speaks against taking the rest of a pot of that year into another on that day; null: nothing. */
export function carryOverRefusal(
  pot: { readonly year: number },
  into: number,
  today: CalendarDate,
): { readonly kind: "year" } | { readonly kind: "yearNotOver" } | null {
  if (today < carryOverFrom(pot)) return { kind: "yearNotOver" };
  const latest = Math.max(pot.year + 1, Number(today.slice(0, 4)));
  return into > pot.year && into <= latest ? null : { kind: "year" };
}
