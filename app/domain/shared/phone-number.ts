import type { CellKind } from "../rosters/sheet";
import { halfWidth, storedWholeNumber, withoutApostrophes, withoutBlanks } from "./cell-text";

/** Either a number that can be dialled, with a note whether it was tidied up, or one fault. */
export type PhoneCheck =
  | { readonly value: string; readonly repaired: boolean }
  | {
      readonly value: null;
      readonly fault: "phone-missing" | "phone-format";
      readonly cleaned: string;
    };

const MOBILE = /^1[3-9]\d{9}$/;
const MOBILE_WITH_COUNTRY = /^\(?(?:\+|00)?86\)?(1[3-9]\d{9})$/;
/** Area code and 7 or 8 digits, an extension behind a dash: 0871-63111111, 087863111111-802. */
const LANDLINE = /^\(?0(?:10|2\d|[3-9]\d{2})\)?-?[2-9]\d{6,7}(?:-\d{1,5})?$/;
const NOTHING = /^[-/\\.]*$/;

/**
 * Reads one cell as a mobile number (11 digits), or as a landline with its area code. Blanks,
 * hyphens, dots, full-width digits and the country prefix of a mobile number are tidied up.
 */
export function checkPhone(text: string, kind: CellKind): PhoneCheck {
  if (MOBILE.test(text)) return { value: text, repaired: false };
  if (kind === "number") return judged(storedWholeNumber(text) ?? text, text, false);
  const cleaned = halfWidth(withoutApostrophes(withoutBlanks(text))).replace(/[‐‑–—―]/g, "-");
  return judged(cleaned, text.trim(), true);
}

function judged(cleaned: string, asWritten: string, isText: boolean): PhoneCheck {
  if (NOTHING.test(cleaned)) return { value: null, fault: "phone-missing", cleaned: "" };
  if (LANDLINE.test(cleaned)) return { value: cleaned, repaired: isText && cleaned !== asWritten };
  const digits = cleaned.replace(/[-.·]/g, "");
  const mobile = MOBILE.test(digits) ? digits : MOBILE_WITH_COUNTRY.exec(digits)?.[1];
  if (mobile === undefined) return { value: null, fault: "phone-format", cleaned };
  return { value: mobile, repaired: isText };
}
