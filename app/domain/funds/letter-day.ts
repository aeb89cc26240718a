import type { CalendarDate } from "../shared/calendar-date";

export type LetterDayRefusal =
  | { readonly kind: "future" }
  /** No letter comes before the document it sends on is issued. */
  | { readonly kind: "letterBeforeIssue"; readonly issuedOn: CalendarDate }
  /** Money that is judged by the letter came before it. */
  | { readonly kind: "letterAfterReceipt"; readonly receivedOn: CalendarDate }
  | { readonly kind: "letterReason" };

export interface LetterDays {
  /** Of the document the money stands in; null: not known. */
  readonly issuedOn: CalendarDate | null;
  /** When the first money came that has no letter of its own; null: none has. */
  readonly firstReceivedOn: CalendarDate | null;
}

/** What speaks against the day on which a pot's letter is said to have come; null: nothing. */
export function letterDayRefusal(
  letterOn: CalendarDate,
  { issuedOn, firstReceivedOn }: LetterDays,
  today: CalendarDate,
): LetterDayRefusal | null {
  if (letterOn > today) return { kind: "future" };
  if (issuedOn !== null && letterOn < issuedOn) return { kind: "letterBeforeIssue", issuedOn };
  return firstReceivedOn !== null && letterOn > firstReceivedOn
    ? { kind: "letterAfterReceipt", receivedOn: firstReceivedOn }
    : null;
}

/**
 * What speaks against another day, or none. What stands unchanged is not asked; a day that was entered is what
 * receipts and their delay are judged by and changes only with a reason.
 */
export function letterChangeRefusal(
  { before, after, reason }: LetterChange,
  days: LetterDays,
  today: CalendarDate,
): LetterDayRefusal | null {
  if (before === after) return null;
  const wrong = after === null ? null : letterDayRefusal(after, days, today);
  return wrong ?? (before !== null && reason.trim() === "" ? { kind: "letterReason" } : null);
}

export interface LetterChange {
  readonly before: CalendarDate | null;
  readonly after: CalendarDate | null;
  readonly reason: string;
}
