import type { CalendarDate } from "../shared/calendar-date";
import { monthOf } from "../shared/months";
import type { WageSheetState } from "./wage";

/** A month of the post that stands on a wage sheet. */
export interface WageMonth {
  /** First day of the month. */
  readonly month: CalendarDate;
  readonly sheetId: string;
  readonly state: WageSheetState;
}

/** Marks of a month after somebody has left: the days after his last one are outside the post. */
export function marksAfterLeaving(
  marks: string,
  month: CalendarDate,
  leftOn: CalendarDate,
): string {
  const kept =
    leftOn < month ? 0 : monthOf(leftOn) === month ? Number(leftOn.slice(8)) : marks.length;
  return marks.slice(0, kept) + "-".repeat(marks.length - kept);
}

/** Marks of a month after a leaving was taken back: days up to the end of the term are to be entered. */
export function marksAfterReturning(
  marks: string,
  month: CalendarDate,
  { leftOn, endsOn }: { readonly leftOn: CalendarDate; readonly endsOn: CalendarDate },
): string {
  const isOpen = (at: number) => {
    const on = `${month.slice(0, 8)}${String(at + 1).padStart(2, "0")}`;
    return on > leftOn && on <= endsOn;
  };
  return [...marks].map((mark, at) => (mark === "-" && isOpen(at) ? "?" : mark)).join("");
}
