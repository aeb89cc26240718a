import { daysBetween, type CalendarDate } from "../shared/calendar-date";
import { addWorkingDays } from "../shared/working-days";

/** How money stands to the days within which it is to be passed on (沪合组办〔2020〕9号 一). */
export type Disbursement =
  | { readonly kind: "inTime"; readonly dueOn: CalendarDate }
  | { readonly kind: "late"; readonly dueOn: CalendarDate; readonly daysLate: number }
  /** The day of the letter, the limit or the year's holidays are not known. */
  | { readonly kind: "cannotTell"; readonly why: "letter" | "limit" | "calendar" };

/** Judges one receipt; calendar days late are counted from the day it was due. */
export function disbursement(
  receipt: { readonly letterReceivedOn: CalendarDate | null; readonly receivedOn: CalendarDate },
  workingDays: number | null,
): Disbursement {
  if (receipt.letterReceivedOn === null) return { kind: "cannotTell", why: "letter" };
  if (workingDays === null) return { kind: "cannotTell", why: "limit" };
  const dueOn = addWorkingDays(receipt.letterReceivedOn, workingDays);
  if (dueOn === null) return { kind: "cannotTell", why: "calendar" };
  const daysLate = daysBetween(dueOn, receipt.receivedOn);
  return daysLate <= 0 ? { kind: "inTime", dueOn } : { kind: "late", dueOn, daysLate };
}
