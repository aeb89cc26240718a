import type { CellKind } from "../rosters/sheet";
import type { CalendarDate } from "./calendar-date";
import { halfWidth, storedWholeNumber, withoutApostrophes, withoutBlanks } from "./cell-text";
import { faultInNumber, isIdCardShape } from "./id-card-number";
import type { IdCardNumber } from "./id-card-number";
import type { KnownRegionCodes } from "./region-code";

/** What was tidied up on the way to a sound number; each is shown to the officer. */
export type IdRepair =
  | "repairable-apostrophe"
  | "repairable-spaces"
  | "repairable-fullwidth"
  | "repairable-separators"
  | "repairable-lookalike-x"
  | "repairable-lowercase-x";

/** Why the text cannot be taken for a resident ID number. */
export type IdFault =
  | "id-missing"
  | "id-scientific-notation"
  | "id-number-lost-digits"
  | "id-characters"
  | "id-old-15"
  | "id-length"
  | "id-region-impossible"
  | "id-birth-date"
  | "id-check-digit";

/** Either a number with the repairs it took, or one fault: the most fundamental. */
export type IdCardCheck =
  | {
      readonly value: IdCardNumber;
      readonly repairs: readonly IdRepair[];
      readonly regionKnown: boolean;
    }
  | { readonly value: null; readonly fault: IdFault; readonly cleaned: string };

export interface IdCheckContext {
  readonly knownRegions: KnownRegionCodes;
  readonly today: CalendarDate;
}

const SCIENTIFIC = /^\d(?:\.\d+)?E\+?\d{1,2}$/i;
const DIGITS_AND_X = /^[\dX]*$/;
const OLD_NUMBER = /^\d{6}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}$/;
/** Cyrillic, Greek and Roman letters and signs that look like X. */
const LOOKALIKE_X = /[\u0425\u0445\u03a7\u03c7\u2169\u2179\u00d7\u2715\u2716]$/;
const NO_REPAIRS: readonly IdRepair[] = [];

/**
 * Reads one cell as a resident ID number. Nothing is guessed: digits that a spreadsheet has lost
 * are named as lost, and a wrong check digit is never answered with the right one.
 */
export function checkIdCardNumber(
  text: string,
  kind: CellKind,
  context: IdCheckContext,
): IdCardCheck {
  if (kind === "text" && isIdCardShape(text)) return judged(text, NO_REPAIRS, context);
  if (kind === "number") return refusedNumberCell(text);
  const repairs: IdRepair[] = [];
  const cleaned = clean(text, repairs);
  if (cleaned === "") return { value: null, fault: "id-missing", cleaned };
  if (isIdCardShape(cleaned)) return judged(cleaned, repairs, context);
  return { value: null, fault: faultOfShape(cleaned), cleaned };
}

/** A number cell cannot hold 18 digits: a spreadsheet keeps 15 and writes zeros after them. */
function refusedNumberCell(text: string): IdCardCheck {
  const digits = storedWholeNumber(text);
  if (digits === null) {
    const beyondDigits = Math.abs(Number(text)) >= 1e15;
    const fault = beyondDigits ? "id-number-lost-digits" : "id-characters";
    return { value: null, fault, cleaned: text };
  }
  return { value: null, fault: faultOfShape(digits), cleaned: digits };
}

function judged(
  number: string,
  repairs: readonly IdRepair[],
  context: IdCheckContext,
): IdCardCheck {
  const fault = faultInNumber(number, context.knownRegions.provinces, context.today);
  if (fault === null) {
    const regionKnown = context.knownRegions.has(number.slice(0, 6));
    return { value: number as IdCardNumber, repairs, regionKnown };
  }
  // Text that went through a number cell on its way here, e.g. by way of a CSV.
  const zeroed = fault === "check-digit" && number.endsWith("000");
  return {
    value: null,
    fault: zeroed ? "id-number-lost-digits" : `id-${fault}`,
    cleaned: number,
  };
}

function faultOfShape(cleaned: string): IdFault {
  if (SCIENTIFIC.test(cleaned)) return "id-scientific-notation";
  if (!DIGITS_AND_X.test(cleaned) || cleaned.slice(0, -1).includes("X")) return "id-characters";
  return OLD_NUMBER.test(cleaned) ? "id-old-15" : "id-length";
}

function clean(text: string, repairs: IdRepair[]): string {
  const note = (before: string, after: string, repair: IdRepair): string => {
    if (before !== after && !repairs.includes(repair)) repairs.push(repair);
    return after;
  };
  let cleaned = note(text, withoutBlanks(text), "repairable-spaces");
  cleaned = note(cleaned, withoutApostrophes(cleaned), "repairable-apostrophe");
  cleaned = note(cleaned, halfWidth(cleaned), "repairable-fullwidth");
  if (SCIENTIFIC.test(cleaned)) return cleaned;
  cleaned = note(
    cleaned,
    cleaned.replace(/(?<=\d)[-‐‑–—_.·](?=[\dXx])/g, ""),
    "repairable-separators",
  );
  cleaned = note(cleaned, cleaned.replace(LOOKALIKE_X, "X"), "repairable-lookalike-x");
  return note(cleaned, cleaned.replace(/x$/, "X"), "repairable-lowercase-x");
}
