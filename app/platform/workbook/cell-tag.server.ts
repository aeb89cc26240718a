import type { XmlScanner } from "~/platform/workbook/xml-scanner.server";

/** How a cell says its value is stored (ECMA-376-1, 18.18.11). */
export type StoredAs = "number" | "shared" | "inline" | "string" | "boolean" | "error" | "isoDate";

const STORED_AS: ReadonlyMap<string, StoredAs> = new Map([
  ["n", "number"],
  ["s", "shared"],
  ["inlineStr", "inline"],
  ["str", "string"],
  ["b", "boolean"],
  ["e", "error"],
  ["d", "isoDate"],
]);

/**
 * The three attributes of `<c>` that matter, read straight from the bytes: a sheet has a million
 * of these tags, and building a map for each would double the time of the whole reader.
 */
export class CellTag {
  /** 0-based; -1 when the cell does not say where it stands. */
  column = -1;
  style = 0;
  storedAs: StoredAs = "number";
  private refStart = 0;
  private refEnd = 0;

  /** For a `<row>` read with the same loop: its number, or -1 when it does not say. */
  rowNumber(scanner: XmlScanner): number {
    return this.refEnd === 0 ? -1 : integerOf(scanner.bytes, this.refStart, this.refEnd);
  }

  read(scanner: XmlScanner): void {
    const { bytes, tagEnd } = scanner;
    this.column = -1;
    this.style = 0;
    this.storedAs = "number";
    this.refEnd = 0;
    let at = scanner.nameEnd;
    while (at < tagEnd) {
      const nameStart = at;
      while (at < tagEnd && bytes[at] !== 61) at++;
      const valueStart = quoteAfter(bytes, at, tagEnd) + 1;
      if (valueStart === 0) return;
      const quote = bytes[valueStart - 1];
      at = valueStart;
      while (at < tagEnd && bytes[at] !== quote) at++;
      this.take(bytes, nameStart, valueStart, at);
      at++;
    }
  }

  private take(bytes: Buffer, nameStart: number, start: number, end: number): void {
    switch (oneLetterName(bytes, nameStart)) {
      case 114:
        this.column = columnOf(bytes, start, end);
        this.refStart = start;
        this.refEnd = end;
        return;
      case 115:
        this.style = integerOf(bytes, start, end);
        return;
      case 116:
        this.storedAs = storedAs(bytes, start, end);
    }
  }
}

function storedAs(bytes: Buffer, start: number, end: number): StoredAs {
  // The two that fill whole rosters are told by their first letter, without making a string.
  if (bytes[start] === 115 && end - start === 1) return "shared";
  if (bytes[start] === 105) return "inline";
  return STORED_AS.get(bytes.toString(undefined, start, end)) ?? "string";
}

/** Digits as a number; anything else ends it, and nothing at all is 0. */
export function integerOf(bytes: Buffer, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9 || value > 1e8) break;
    value = value * 10 + digit;
  }
  return value;
}

function columnOf(bytes: Buffer, start: number, end: number): number {
  let column = 0;
  for (let at = start; at < end && at < start + 4; at++) {
    const letter = ((bytes[at] as number) & 0xdf) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** The byte of a name of exactly one letter, spaces before and after allowed; else 0. */
function oneLetterName(bytes: Buffer, from: number): number {
  let at = from;
  while ((bytes[at] as number) <= 32) at++;
  const after = bytes[at + 1] as number;
  return after === 61 || after <= 32 ? (bytes[at] as number) : 0;
}

function quoteAfter(bytes: Buffer, from: number, tagEnd: number): number {
  for (let at = from; at < tagEnd; at++) {
    if (bytes[at] === 34 || bytes[at] === 39) return at;
  }
  return -1;
}
