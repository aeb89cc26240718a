import { tidyBlanks, halfWidth } from "../shared/cell-text";

/** A township (乡镇、街道, 9 digits) or village (行政村、社区, 12 digits) that a county enters. */
export interface Subdivision {
  readonly code: string;
  readonly name: string;
}

export type SubdivisionLevel = "TOWNSHIP" | "VILLAGE";

/** Why an entry cannot be taken. */
export type SubdivisionFault = "code" | "otherCounty" | "name" | "noTownship";

export const SUBDIVISION_FAULTS: Readonly<Record<SubdivisionFault, string>> = {
  code: "代码应为 9 位（乡镇）或 12 位（行政村）数字",
  otherCounty: "代码的前 6 位不是本县代码",
  name: "名称应为 2 至 30 个字",
  noTownship: "还没有录入它所属的乡镇（代码前 9 位），请先录入乡镇",
};

const CODE = /^\d{9}(?:\d{3})?$/;

/** Nine digits are a township, twelve a village. */
export function subdivisionLevel(code: string): SubdivisionLevel {
  return code.length === 9 ? "TOWNSHIP" : "VILLAGE";
}

/** The code above: a village's township, a township's county. */
export function parentCode(code: string): string {
  return code.length === 9 ? code.slice(0, 6) : code.slice(0, 9);
}

/** What is wrong with an entry of the county, or null. `townships` are those known or entered with it. */
export function faultIn(
  entry: Subdivision,
  countyCode: string,
  townships: ReadonlySet<string>,
): SubdivisionFault | null {
  if (!CODE.test(entry.code)) return "code";
  if (!entry.code.startsWith(countyCode)) return "otherCounty";
  const length = [...entry.name].length;
  if (length < 2 || length > 30) return "name";
  const needsTownship = subdivisionLevel(entry.code) === "VILLAGE";
  return needsTownship && !townships.has(parentCode(entry.code)) ? "noTownship" : null;
}

/** A line that cannot be taken, and why, in Chinese. */
export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

/** What is wrong with a list of the county, line by line. `townships` are those it has already. */
export function problemsIn(
  lines: readonly SubdivisionLine[],
  countyCode: string,
  townships: ReadonlySet<string>,
): LineProblem[] {
  const entered = lines.map(({ code }) => code);
  const known = new Set([...townships, ...entered.filter((code) => code.length === 9)]);
  const seen = new Map<string, number>();
  return lines.flatMap((entry) => {
    const { line, code } = entry;
    const fault = faultIn(entry, countyCode, known);
    if (fault !== null) return [{ line, message: SUBDIVISION_FAULTS[fault] }];
    const earlier = seen.get(code);
    if (earlier !== undefined) return [{ line, message: `代码与第 ${earlier} 行重复` }];
    seen.set(code, line);
    return [];
  });
}

/** One pasted line that has a code and a name. */
export interface SubdivisionLine extends Subdivision {
  readonly line: number;
}

/**
 * Reads lines of `代码 名称`, parted by blanks, tabs or commas, in either order; blank lines and a header
 * line are passed over. A line without a code comes back with an empty one, so that it is refused aloud.
 */
export function readSubdivisionLines(text: string): SubdivisionLine[] {
  return text
    .split(/\r?\n/)
    .map((line, at) => ({ ...readLine(line), line: at + 1 }))
    .filter(({ code, name }) => code !== "" || (name !== "" && !HEADER.test(name)));
}

const HEADER = /(?:代码|编码|名称)$/;

function readLine(text: string): Subdivision {
  const cells = tidyBlanks(halfWidth(text).replace(/[,，;；、\t]/g, " ")).split(" ");
  const code = cells.find((cell) => /^\d+$/.test(cell)) ?? "";
  return { code, name: cells.filter((cell) => cell !== code).join("") };
}
