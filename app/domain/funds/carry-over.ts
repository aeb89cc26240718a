import { day, type CalendarDate } from "../shared/calendar-date";
import { fen, type Fen } from "../shared/fen";

export type ReleaseRefusal =
  | { readonly kind: "notLocked" }
  /** A county does not dispose of what was carried over: the paper is its prefecture's, the province's or Shanghai's. */
  | { readonly kind: "notDecidedAbove" }
  /** It ships with the product: it is the rule, not a decision on this money. */
  | { readonly kind: "noDecision" }
  /** Issued before the year was over that left it, and so before there was anything to decide on. */
  | { readonly kind: "beforeCarryOver"; readonly carriedOn: CalendarDate }
  /** Shanghai has not been told. */
  | { readonly kind: "notReported" }
  /** Released before the decision, or before Shanghai was told. */
  | { readonly kind: "beforeDecision" | "beforeReport" }
  | { readonly kind: "future" };

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
function lastYearOf({ year, releasedOn }: Omit<PotOfYear, "isLocked">): number {
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

/** Whether a decision can free it: carried over, and locked for the first time or again. */
export function isReleasable(
  pot: PotOfYear & { readonly carriedFromId: string | null },
  today: CalendarDate,
): boolean {
  return pot.carriedFromId !== null && isLockedOn(pot, today);
}

/**
 * The day on which what a pot holds became carry-over, whenever somebody entered it: the last day of the year that left
 * it; of money freed once, the day on which it locked again.
 */
export function becameCarryOverOn(pot: PotOfYear, sourceYear: number): CalendarDate {
  return day(pot.isLocked ? `${sourceYear}-12-31` : `${lastYearOf(pot) + 1}-01-01`);
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

/** Whose documents decide on money of that area: its prefecture's, its province's, Shanghai's. */
export function decidingAreas(potRegion: string): readonly string[] {
  return [`${potRegion.slice(0, 4)}00`, `${potRegion.slice(0, 2)}0000`, "310000"];
}

/** What speaks against freeing money of an earlier year by that document (沪合组办〔2020〕9号 二(三)四); null: nothing. */
export function releaseRefusal(
  pot: {
    readonly isReleasable: boolean;
    readonly regionCode: string;
    /** Of `becameCarryOverOn`. */
    readonly carriedOn: CalendarDate;
  },
  decision: {
    readonly regionCode: string;
    readonly issuedOn: CalendarDate | null;
    readonly isFounding: boolean;
  },
  asked: { readonly releasedOn: CalendarDate; readonly reportedOn: CalendarDate | null },
  today: CalendarDate,
): ReleaseRefusal | null {
  if (!pot.isReleasable) return { kind: "notLocked" };
  if (decision.isFounding) return { kind: "noDecision" };
  if (!decidingAreas(pot.regionCode).includes(decision.regionCode))
    return { kind: "notDecidedAbove" };
  const { releasedOn, reportedOn } = asked;
  const { issuedOn } = decision;
  if (issuedOn === null || releasedOn < issuedOn) return { kind: "beforeDecision" };
  const { carriedOn } = pot;
  if (issuedOn < carriedOn) return { kind: "beforeCarryOver", carriedOn };
  if (reportedOn === null) return { kind: "notReported" };
  if (releasedOn < reportedOn) return { kind: "beforeReport" };
  return releasedOn > today ? { kind: "future" } : null;
}
