/** Blanks of every width, line breaks and the invisible characters that pasted text carries along. */
const BLANKS = /[\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2800\u3164\ufeff]+/g;
const APOSTROPHES = /^['"`‘’“”＇＂｀´]+|['"`‘’“”＇＂｀´]+$/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const NUMBER_AS_STORED = /^(\d+)(?:\.(\d*))?(?:[Ee]\+?(\d{1,2}))?$/;

/** Without any blank or invisible character. */
export function withoutBlanks(text: string): string {
  return text.replace(BLANKS, "");
}

/** Runs of blanks as one space, none at the ends. */
export function tidyBlanks(text: string): string {
  return text.replace(BLANKS, " ").trim();
}

/** Without quotation marks at the ends: an apostrophe typed to force text, or quotes of a CSV. */
export function withoutApostrophes(text: string): string {
  return text.replace(APOSTROPHES, "");
}

/** Full-width letters, digits and signs (ＡＢ１２＋) as their usual form. */
export function halfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));
}

/**
 * The digits of a whole number as a workbook stores it (`13800000000`, `1.38E+10`, `15.0`), worked
 * out on the text. Null when it is no whole number, or has more than the 15 digits that a
 * spreadsheet keeps.
 */
export function storedWholeNumber(text: string): string | null {
  const match = NUMBER_AS_STORED.exec(text);
  if (match === null) return null;
  const fraction = (match[2] ?? "").replace(/0+$/, "");
  const zeros = Number(match[3] ?? 0) - fraction.length;
  if (zeros < 0) return null;
  const digits = `${match[1]}${fraction}${"0".repeat(zeros)}`.replace(/^0+(?=\d)/, "");
  return digits.length > 15 ? null : digits;
}

/**
 * Text that a spreadsheet program could take for a formula: it begins with = or @, or with + or -
 * and goes on like a call. A lone dash, a signed number and Chinese text after a dash are harmless.
 */
export function looksLikeFormula(text: string): boolean {
  const first = firstVisibleCode(text);
  if (first === EQUALS || first === AT) return text.trim().length > 1;
  return (first === PLUS || first === MINUS) && /[A-Za-z(|!]/.test(text);
}

const EQUALS = 61;
const AT = 64;
const PLUS = 43;
const MINUS = 45;

/** Code of the first character that is no blank, in half width; cheap, as every cell asks for it. */
function firstVisibleCode(text: string): number {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code > 32 && code !== 0xa0 && code !== 0x3000 && code !== 0xfeff) {
      return code > 0xff00 && code < 0xff5f ? code - 0xfee0 : code;
    }
  }
  return 0;
}
