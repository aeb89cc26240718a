/**
 * A resident ID number as it may be shown: first 6 and last 4 characters. Also for broken numbers;
 * one too short to hide anything is hidden whole.
 */
export function maskIdCardNumber(text: string): string {
  if (text.length < 15) return "*".repeat(text.length);
  return `${text.slice(0, 6)}********${text.slice(-4)}`;
}

/** A telephone number as it may be shown: first 3 and last 4 characters; a short one hidden whole. */
export function maskPhone(text: string): string {
  if (text.length < 10) return "*".repeat(text.length);
  return `${text.slice(0, 3)}****${text.slice(-4)}`;
}

/** A name as it may be shown to who has not proved to know it: the first character, then stars. */
export function maskName(text: string): string {
  const [first = "", ...rest] = text;
  return first + "*".repeat(rest.length);
}

const LONG_NUMBER = /[0-9０-９]{7,}[xXｘＸ]?/g;

/**
 * A cell shown as a sample: blanks inside numbers are closed up and whatever has seven digits or
 * more in a row is masked, in any width and however broken.
 */
export function maskLongNumbers(text: string): string {
  return text
    .replace(/(?<=[0-9０-９])[\s\u200b\u3000]+(?=[0-9０-９])/g, "")
    .replace(LONG_NUMBER, (number) =>
      number.length >= 15 ? maskIdCardNumber(number) : maskPhone(number),
    );
}
