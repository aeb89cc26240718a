import type { CalendarDate } from "../shared/calendar-date";
import { enterMonth, type EntryProblem, type MonthEntry } from "./attendance-entry";

/** Why the month of one post is not taken. */
export type AttendanceProblem =
  | EntryProblem
  /** Not confirmed, removed, or without a day in the month. */
  | { readonly kind: "notOpen" }
  | { readonly kind: "handedIn"; readonly label: string }
  | { readonly kind: "changedByOthers" };

/** The month of a post as it stands. */
export interface StandingMonth {
  readonly isOpen: boolean;
  /** The sheet that was handed in over these days. */
  readonly handedIn: string | null;
  /** 0 while nothing is entered. */
  readonly version: number;
  readonly marks: string;
}

/** The marks after an entry that was made on the `version` shown, or what stands against it. */
export function judgeEntry(
  standing: StandingMonth,
  asked: { readonly version: number; readonly entry: MonthEntry },
  month: CalendarDate,
  today: CalendarDate,
): AttendanceProblem | { readonly marks: string } {
  if (!standing.isOpen) return { kind: "notOpen" };
  if (standing.handedIn !== null) return { kind: "handedIn", label: standing.handedIn };
  if (standing.version !== asked.version) return { kind: "changedByOthers" };
  return enterMonth(standing.marks, asked.entry, month, today);
}
