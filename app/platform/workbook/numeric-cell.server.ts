import type { CellKind } from "~/domain/rosters/sheet";
import type { FormatClass } from "~/platform/workbook/number-format.server";
import { dayOfSerial, timeOfSerial } from "~/platform/workbook/serial-date.server";

/** A cell's text and kind, as `SheetRow` wants them. */
export interface CellValue {
  readonly text: string;
  readonly kind: CellKind;
}

/**
 * A stored number as the officer sees it: a day when its format shows one, a time of day as text
 * (there is no kind for it), else the digits exactly as the file has them.
 */
export function numericCell(digits: string, format: FormatClass, date1904: boolean): CellValue {
  if (format === "date") {
    const day = dayOfSerial(Number(digits), date1904);
    if (day !== null) return { text: day, kind: "date" };
  }
  if (format === "time") {
    const time = timeOfSerial(Number(digits));
    if (time !== null) return { text: time, kind: "text" };
  }
  return { text: digits, kind: "number" };
}

/** A `t="d"` cell holds ISO 8601 itself; the zero time that some programs add is left out. */
export function isoDateCell(value: string): CellValue {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/.exec(
    value.trim(),
  );
  if (match === null) return { text: value, kind: "text" };
  const [, day = "", minutes, seconds = "00"] = match;
  const time = minutes === undefined ? "00:00:00" : `${minutes}:${seconds}`;
  return { text: time === "00:00:00" ? day : `${day} ${time}`, kind: "date" };
}
