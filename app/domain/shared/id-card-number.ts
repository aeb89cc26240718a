import { calendarDate } from "./calendar-date";
import type { CalendarDate } from "./calendar-date";
import type { Sex } from "./sex";

/**
 * A resident ID number (公民身份号码, GB 11643-1999) whose shape, birth date and check digit are
 * right: 18 characters, text from cell to column, never a number.
 */
declare const idCardNumberBrand: unique symbol;
export type IdCardNumber = string & { readonly [idCardNumberBrand]: true };

/** What is wrong inside 18 well-formed characters, most fundamental first. */
export type NumberFault = "region-impossible" | "birth-date" | "check-digit";

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = "10X98765432";
const ZERO = 48;

/** Whether the text is 17 digits and a digit or capital X; says nothing about their meaning. */
export function isIdCardShape(text: string): boolean {
  if (text.length !== 18) return false;
  for (let i = 0; i < 18; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= ZERO + 9) continue;
    if (i !== 17 || code !== 88) return false;
  }
  return true;
}

/**
 * The first fault of 18 well-formed characters, or null. `today` bounds the birth date: nobody on a
 * roster is born in the future or before 1900.
 */
export function faultInNumber(
  text: string,
  provinces: ReadonlySet<string>,
  today: CalendarDate,
): NumberFault | null {
  if (!provinces.has(text.slice(0, 2))) return "region-impossible";
  const bornOn = writtenBirthDate(text);
  if (bornOn === null || bornOn < "1900-01-01" || bornOn > today) return "birth-date";
  return checkDigitOf(text) === text.charCodeAt(17) ? null : "check-digit";
}

/** A number from our own source or tables; throws a RangeError that does not repeat the text. */
export function idCardNumber(text: string): IdCardNumber {
  const sound =
    isIdCardShape(text) &&
    writtenBirthDate(text) !== null &&
    checkDigitOf(text) === text.charCodeAt(17);
  if (!sound) throw new RangeError("not a resident ID number");
  return text as IdCardNumber;
}

/** The day of birth that the number states. */
export function birthOn(number: IdCardNumber): CalendarDate {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}` as CalendarDate;
}

/** The sex that the number states: the 17th digit is odd for men. */
export function sexOf(number: IdCardNumber): Sex {
  return number.charCodeAt(16) % 2 === 1 ? "MALE" : "FEMALE";
}

function writtenBirthDate(text: string): CalendarDate | null {
  return calendarDate(numberAt(text, 6, 10), numberAt(text, 10, 12), numberAt(text, 12, 14));
}

function numberAt(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i += 1) value = value * 10 + text.charCodeAt(i) - ZERO;
  return value;
}

/** Character code of the check digit that the first 17 digits ask for (ISO 7064 MOD 11-2). */
function checkDigitOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += (text.charCodeAt(i) - ZERO) * (WEIGHTS[i] ?? 0);
  return CHECK_DIGITS.charCodeAt(sum % 11);
}
