/**
 * Administrative division codes of GB/T 2260 (six digits: province, prefecture, county) and their
 * extension to townships (nine digits) and villages (twelve).
 */
declare const regionCodeBrand: unique symbol;

/** Six, nine or twelve digits; `530000` is a province, `532300` a prefecture, `532324` a county. */
export type RegionCode = string & { readonly [regionCodeBrand]: true };

/** The codes that the first six digits of a resident ID number may carry, handed in as data. */
export interface KnownRegionCodes {
  /** Whether a six-digit code was in force at any time since the ID numbers began (1984). */
  has(code: string): boolean;
  /** First two digits of every province-level division, e.g. `53`. */
  readonly provinces: ReadonlySet<string>;
}

const SHAPE = /^[1-9]\d{5}(?:\d{3}){0,2}$/;

/** The text as a code, or null when it is not six, nine or twelve digits. */
export function toRegionCode(text: string): RegionCode | null {
  return SHAPE.test(text) ? (text as RegionCode) : null;
}

/** A code written in the source or read from our own tables; throws a RangeError on any other text. */
export function regionCode(text: string): RegionCode {
  const code = toRegionCode(text);
  if (code === null) throw new RangeError(`not an administrative division code: ${text}`);
  return code;
}

/** The digits that every code inside `code` begins with: `53`, `5323`, `532324`, … */
export function regionPrefix(code: RegionCode): string {
  if (code.length > 6) return code;
  if (code.endsWith("0000")) return code.slice(0, 2);
  return code.endsWith("00") ? code.slice(0, 4) : code;
}

/** Whether `inner` is `outer` or lies inside it. */
export function isWithin(inner: RegionCode, outer: RegionCode): boolean {
  return inner.startsWith(regionPrefix(outer));
}

/** Whether a code of any level, or one read from outside, lies in Shanghai. */
export function isInShanghai(code: string): boolean {
  return code.startsWith("31");
}
