/** What the QR of a printed roster page says: which printing, and which of its pages. */
export interface PageCode {
  /** Ten characters of {@link PRINT_CODE_ALPHABET}. */
  readonly printCode: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

/** Crockford's base 32: no I, L, O or U, so that nothing is taken for 1, 0 or V. */
export const PRINT_CODE_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** 50 bits: nobody meets another's code by typing. */
export const PRINT_CODE_LENGTH = 10;
export const MOST_PAGES = 999;

/** Names the product and the layout of the page; another layout gets another number. */
const PREFIX = "HM1";
const PRINT_CODE = new RegExp(`^[${PRINT_CODE_ALPHABET}]{${PRINT_CODE_LENGTH}}$`);
const WRITTEN = new RegExp(
  `^${PREFIX}([${PRINT_CODE_ALPHABET}]{${PRINT_CODE_LENGTH}})([0-9]{2,3})([0-9]{2,3})([${PRINT_CODE_ALPHABET}])$`,
);

/**
 * The code as it stands in the QR and beside it, e.g. `HM1-K7M2QXW4ZC-03-05-7`; only characters of
 * QR's alphanumeric mode. Page and pages are padded to the same width; the last is the check character.
 *
 * @throws RangeError when the parts are no page of a printing
 */
export function formatPageCode(code: PageCode): string {
  if (!isPageCode(code)) throw new RangeError("Not a page of a printing");
  const width = Math.max(2, String(code.pages).length);
  const page = String(code.page).padStart(width, "0");
  const pages = String(code.pages).padStart(width, "0");
  return [PREFIX, code.printCode, page, pages, checkCharacter(code)].join("-");
}

/**
 * Reads a code from a QR or typed by hand: lower case, full-width characters, spaces and dashes
 * anywhere, O for 0, I and L for 1 are understood.
 *
 * @returns null when it is no code of ours, or its check character does not fit
 */
export function parsePageCode(text: string): PageCode | null {
  // Nothing longer is a code, and a QR may hold thousands of characters.
  if (text.length > 100) return null;
  const plain = text
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}_.·−]/gu, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
  const [, printCode = "", page = "", pages = "", check] = WRITTEN.exec(plain) ?? [];
  const code: PageCode = { printCode, page: Number(page), pages: Number(pages) };
  if (page.length !== pages.length || !isPageCode(code)) return null;
  return checkCharacter(code) === check ? code : null;
}

function isPageCode({ printCode, page, pages }: PageCode): boolean {
  const isCounted = Number.isInteger(page) && Number.isInteger(pages);
  return (
    PRINT_CODE.test(printCode) && isCounted && 1 <= page && page <= pages && pages <= MOST_PAGES
  );
}

/**
 * One symbol of GF(32): Horner's rule at a primitive element (x⁵ + x² + 1), whose powers differ for
 * 31 places, so that any one wrong character and any two exchanged ones are found.
 */
function checkCharacter({ printCode, page, pages }: PageCode): string {
  const digits = [page, pages].map((number) => String(number).padStart(3, "0")).join("");
  let sum = 1;
  for (const character of printCode + digits) {
    sum = timesPrimitive(sum) ^ PRINT_CODE_ALPHABET.indexOf(character);
  }
  return PRINT_CODE_ALPHABET.charAt(timesPrimitive(sum));
}

function timesPrimitive(value: number): number {
  const doubled = value << 1;
  return doubled > 31 ? doubled ^ 0b100101 : doubled;
}
