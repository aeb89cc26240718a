import { halfWidth, withoutBlanks } from "../shared/cell-text";
import { idCardNumber, isIdCardShape, type IdCardNumber } from "../shared/id-card-number";

/**
 * What a search box was given, when it is an ID number in full: blanks, full-width digits and a small
 * x are forgiven. Null for anything else, also for a number whose check digit is wrong.
 */
export function asTypedNumber(text: string): IdCardNumber | null {
  const plain = halfWidth(withoutBlanks(text)).toUpperCase();
  if (!isIdCardShape(plain)) return null;
  try {
    return idCardNumber(plain);
  } catch {
    return null;
  }
}

/** Whether the text holds so many digits that it must not stand in an address: somebody's number, whole or broken. */
export function looksLikeNumber(text: string): boolean {
  return (halfWidth(text).match(/\d/g) ?? []).length >= 7;
}

/**
 * Free text fit to be kept in the clear: what may be a phone, an ID number or a bank card (eleven
 * digits or more, also with blanks or dashes between) keeps its first three and last two. A day
 * (2020-06-01) has eight digits and stays.
 */
export function withNumbersMasked(text: string): string {
  return text.replace(/[\d０-９][\d０-９\s-]{5,}[\dXx０-９]/g, (run) => {
    const plain = withoutBlanks(run).replace(/-/g, "");
    if (plain.length < 11) return run;
    return `${plain.slice(0, 3)}${"*".repeat(plain.length - 5)}${plain.slice(-2)}`;
  });
}

/** Latin letters only: pinyin initials, as no name of ours is written so. */
export function looksLikeInitials(text: string): boolean {
  return /^[a-z]+$/i.test(text);
}
