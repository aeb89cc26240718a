import { sameName } from "../people/same-person";

/**
 * Whether a registry's entry speaks for a line: the same number (by which it was found), the same name, and the county
 * that keeps the line. `countyCode` of the entry is null where its division is not known.
 */
export function speaksForLine(
  entry: { readonly name: string | null; readonly countyCode: string | null },
  line: { readonly name: string; readonly countyCode: string },
): boolean {
  if (entry.name === null || !sameName(entry.name, line.name)) return false;
  return entry.countyCode === null || entry.countyCode === line.countyCode;
}
