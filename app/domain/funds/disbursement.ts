import { daysBetween, type CalendarDate } from "../shared/calendar-date";
import { fen, type Fen } from "../shared/fen";
import { addWorkingDays } from "../shared/working-days";

interface CannotTell {
  readonly kind: "cannotTell";
  readonly why: "letter" | "limit" | "calendar";
}

/** How money stands to the days within which it is to be passed on (沪合组办〔2020〕9号 一). */
export type Disbursement =
  | { readonly kind: "inTime"; readonly dueOn: CalendarDate }
  | { readonly kind: "late"; readonly dueOn: CalendarDate; readonly daysLate: number }
  /** The day of the letter, the limit or the year's holidays are not known. */
  | CannotTell;

/** How money stands that has not come. */
export type Outstanding =
  | { readonly kind: "nothing" }
  | { readonly kind: "waiting"; readonly dueOn: CalendarDate; readonly missingFen: Fen }
  | {
      readonly kind: "overdue";
      readonly dueOn: CalendarDate;
      readonly daysLate: number;
      readonly missingFen: Fen;
    }
  | (CannotTell & { readonly missingFen: Fen });

/** Judges one receipt; calendar days late are counted from the day it was due. */
export function disbursement(
  receipt: { readonly letterReceivedOn: CalendarDate | null; readonly receivedOn: CalendarDate },
  workingDays: number | null,
): Disbursement {
  const due = dueDay(receipt.letterReceivedOn, workingDays);
  if (due.kind === "cannotTell") return due;
  const { dueOn } = due;
  const daysLate = daysBetween(dueOn, receipt.receivedOn);
  return daysLate <= 0 ? { kind: "inTime", dueOn } : { kind: "late", dueOn, daysLate };
}

/** Judges what of a pot's money has not come by that day; the day it is due itself is in time. */
export function outstanding(
  pot: { readonly letterReceivedOn: CalendarDate | null; readonly missingFen: Fen },
  workingDays: number | null,
  today: CalendarDate,
): Outstanding {
  const missingFen = fen(Math.max(0, pot.missingFen));
  if (missingFen === 0) return { kind: "nothing" };
  const due = dueDay(pot.letterReceivedOn, workingDays);
  if (due.kind === "cannotTell") return { ...due, missingFen };
  const { dueOn } = due;
  const daysLate = daysBetween(dueOn, today);
  if (daysLate <= 0) return { kind: "waiting", dueOn, missingFen };
  return { kind: "overdue", dueOn, daysLate, missingFen };
}

function dueDay(
  letterReceivedOn: CalendarDate | null,
  workingDays: number | null,
): CannotTell | { readonly kind: "known"; readonly dueOn: CalendarDate } {
  if (letterReceivedOn === null) return { kind: "cannotTell", why: "letter" };
  if (workingDays === null) return { kind: "cannotTell", why: "limit" };
  const dueOn = addWorkingDays(letterReceivedOn, workingDays);
  return dueOn === null ? { kind: "cannotTell", why: "calendar" } : { kind: "known", dueOn };
}
