import { halfWidth, withoutApostrophes, withoutBlanks } from "../shared/cell-text";
import { isIdCardShape } from "../shared/id-card-number";
import type { IdCardNumber } from "../shared/id-card-number";
import { checkPhone } from "../shared/phone-number";

/** What was typed into a search box: a name or initials may stand in an address, a number never. */
export type Searched =
  | { readonly kind: "name"; readonly text: string }
  | { readonly kind: "idCard"; readonly number: IdCardNumber }
  | { readonly kind: "phone"; readonly number: string }
  /** Digits that are no whole number of either sort; looked up nowhere and repeated nowhere. */
  | { readonly kind: "brokenNumber" };

/** A number in full, to be looked up by its blind index. */
export type SearchedNumber = Extract<Searched, { kind: "idCard" | "phone" }>;

const LONGEST_NAME = 40;
const FEWEST_DIGITS = 4;

/** Tells names from numbers. A number is read as the importer reads it: blanks, width, lower-case x. */
export function readSearched(typed: string): Searched {
  const plain = halfWidth(withoutApostrophes(withoutBlanks(typed)));
  const capital = plain.toUpperCase();
  if (isIdCardShape(capital)) return { kind: "idCard", number: capital as IdCardNumber };
  const phone = checkPhone(typed, "text").value;
  if (phone !== null) return { kind: "phone", number: phone };
  const digits = plain.replace(/\D/g, "").length;
  if (digits >= FEWEST_DIGITS) return { kind: "brokenNumber" };
  return { kind: "name", text: plain.slice(0, LONGEST_NAME) };
}

/** Whether the text is meant as the first letters of a name's syllables: pkc. */
export function isInitials(text: string): boolean {
  return /^[a-z]+$/i.test(text);
}
