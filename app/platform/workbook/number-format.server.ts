/** What a number format makes of a number: a day (perhaps with a time), a time of day, or a number. */
export type FormatClass = "number" | "date" | "time";

/**
 * Built-in formats that show a day (ECMA-376-1, 18.8.30: the common ones, and 27 to 36 and 50 to 58
 * as Chinese programs define them), and those that show a time only.
 */
const BUILT_IN_DATES = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58,
]);
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

/** The class of a built-in format id that the file does not define itself. */
export function classOfBuiltIn(formatId: number): FormatClass {
  if (BUILT_IN_DATES.has(formatId)) return "date";
  return BUILT_IN_TIMES.has(formatId) ? "time" : "number";
}

/**
 * The class of a custom format code such as `yyyy"年"m"月"d"日"`, `[$-804]aaaa`, `h:mm` or `0.00`.
 * Only the first section counts, and nothing quoted, escaped or in brackets (but `[h]`).
 */
export function classOfFormat(code: string): FormatClass {
  const letters = code
    .replace(/"[^"]*"?/g, "")
    .replace(/[\\_*]./g, "")
    .replace(/\[(h+|m+|s+)\]/gi, "$1")
    .replace(/\[[^\]]*\]/g, "")
    .split(";", 1)[0]
    ?.replace(/general|g\/通用格式|am\/pm|a\/p|e[+-]/gi, "")
    .toLowerCase();
  if (letters === undefined) return "number";
  if (/[ydeg年月日]|aaa/.test(letters)) return "date";
  if (/[hs时分秒]/.test(letters)) return "time";
  return letters.includes("m") ? "date" : "number";
}
