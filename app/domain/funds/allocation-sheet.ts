import type { SheetRow } from "../rosters/sheet";
import { tidyBlanks, withoutBlanks } from "../shared/cell-text";
import {
  isWritten,
  MOST_DRAFT_COLUMNS,
  type AllocationDraft,
  type DraftLine,
  type DraftProject,
} from "./allocation-draft";

/** The columns of the template that are not amounts, in their order; amounts stand after 合计. */
export const SHEET_HEADERS = {
  unit: "单位",
  area: "归属地区",
  declared: "合计",
  project: "项目",
  functionCode: "功能科目",
  economicCode: "经济分类",
  off: "表外",
  note: "备注",
} as const;
type Known = keyof typeof SHEET_HEADERS;

export const PROJECT_HEADERS = ["项目", "条款", "劳务协作", "文件载明合计"] as const;
/** The sheet that lists the projects with the sums the document states. */
export const PROJECT_SHEET = "项目";
const SUM_ROW = /^(合计|总计|总额)$/;
const IGNORED = /^序号$/;
const YES = /^(是|√|✓|y|yes)$/i;

/** The table of a sheet as a draft; null when no row has the headers 单位 and 合计 and an amount. */
export function draftOfSheet(
  rows: readonly SheetRow[],
  projects: readonly DraftProject[],
): AllocationDraft | null {
  const at = rows.findIndex((row) => {
    const headers = row.texts.map(withoutBlanks);
    return headers.includes(SHEET_HEADERS.unit) && headers.includes(SHEET_HEADERS.declared);
  });
  const header = rows[at];
  if (header === undefined) return null;
  const known = new Map<Known, number>();
  const amounts: { readonly column: number; readonly label: string }[] = [];
  header.texts.forEach((text, column) => {
    const label = withoutBlanks(text);
    const key = (Object.keys(SHEET_HEADERS) as Known[]).find((one) => SHEET_HEADERS[one] === label);
    if (key !== undefined) known.set(key, column);
    else if (label !== "" && !IGNORED.test(label)) amounts.push({ column, label });
  });
  if (amounts.length === 0 || amounts.length > MOST_DRAFT_COLUMNS) return null;
  const lines = rows.slice(at + 1).map((row) => lineOf(row, known, amounts));
  const sums = lines.find(({ unitName }) => SUM_ROW.test(unitName));
  return {
    declared: sums?.declared ?? "",
    columns: amounts.map(({ label }, index) => ({ label, declared: sums?.amounts[index] ?? "" })),
    projects,
    lines: lines.filter(
      (line) => isWritten(line) && !SUM_ROW.test(line.unitName) && !isRemark(line),
    ),
  };
}

/** The projects of the second sheet, below its header. */
export function projectsOfSheet(rows: readonly SheetRow[]): readonly DraftProject[] {
  const [label, clause, labour, declared] = PROJECT_HEADERS;
  const at = rows.findIndex(({ texts }) => {
    const headers = texts.map(withoutBlanks);
    return headers.includes(label) && headers.includes(declared);
  });
  const headers = (rows[at]?.texts ?? []).map(withoutBlanks);
  return rows.slice(at + 1).flatMap((row): DraftProject[] => {
    const part = (header: string) => textAt(row, headers.indexOf(header));
    if (at < 0 || part(label) === "") return [];
    const isLabour = YES.test(part(labour));
    return [{ label: part(label), clause: part(clause), isLabour, declared: part(declared) }];
  });
}

function lineOf(
  row: SheetRow,
  known: ReadonlyMap<Known, number>,
  amounts: readonly { readonly column: number }[],
): DraftLine {
  const part = (key: Known) => textAt(row, known.get(key) ?? -1);
  return {
    ...{ unitName: withoutBlanks(part("unit")), area: part("area"), declared: part("declared") },
    amounts: amounts.map(({ column }) => textAt(row, column)),
    ...{ project: part("project"), note: part("note") },
    ...{ functionCode: part("functionCode"), economicCode: part("economicCode") },
    isOffTable: YES.test(part("off")),
  };
}

/** 备注：… under the table: nothing but words in its first cell. */
function isRemark({ unitName, declared, amounts }: DraftLine): boolean {
  return (
    /^(备注|注)[:：]/.test(unitName) && declared === "" && amounts.every((text) => text === "")
  );
}

/** A number as the sheet shows it, not as floating point stores it (123263.60000000001). */
function textAt(row: SheetRow, column: number): string {
  const text = tidyBlanks(row.texts[column] ?? "");
  if (row.kinds[column] !== "number") return text;
  const value = Number(Number(text).toPrecision(15));
  return Number.isFinite(value) && Math.abs(value) < 1e15 ? String(value) : text;
}
