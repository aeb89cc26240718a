import { day, type CalendarDate } from "../shared/calendar-date";
import { isLockedOn, lastYearOf, type PotOfYear } from "./carry-over";

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
