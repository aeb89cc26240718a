import type { RosterLayout } from "./layouts/layout";
import type { FoundTable, SheetPreview, TableProblem } from "./table";

const SHOWN_HEADERS = 20;
const SHOWN_CHARACTERS = 20;

/** No visible sheet has a row that looks like this layout's header. */
export function noTable<Key extends string>(
  sheets: readonly SheetPreview[],
  layout: RosterLayout<Key>,
): TableProblem {
  const visible = sheets.filter((sheet) => !sheet.info.hidden).map((sheet) => sheet.info.name);
  const required = layout.fields.filter((field) => field.required).map((field) => field.header);
  const looked = visible.length === 0 ? "文件里没有可见的工作表" : `已查看工作表${quoted(visible)}`;
  return {
    kind: "no-table",
    severity: "refused",
    message: `没有找到表头行。${looked}，前 30 行里没有同时写着${quoted(required)}的一行。请下载模板对照，或在页面上指定工作表和表头行。`,
  };
}

/** Columns that are missing, written twice, or not known. */
export function columnProblems<Key extends string>(
  table: FoundTable<Key>,
  layout: RosterLayout<Key>,
): TableProblem[] {
  const problems: TableProblem[] = [];
  const headers = table.columns.map((column) => column.header);
  const missing = layout.fields
    .filter(({ key, required }) => required && !table.columns.some((c) => c.key === key))
    .map((field) => field.header);
  if (missing.length > 0) {
    problems.push({
      kind: "missing-column",
      severity: "refused",
      message: `工作表“${table.sheet}”第 ${table.headerRow} 行的表头里没有${quoted(missing)}列，只找到${quoted(headers)}。请补上该列，或在页面上指定哪一列是它。`,
    });
  }
  for (const field of layout.fields) {
    const rivals = table.columns.filter((column) => column.key === field.key);
    if (rivals.length < 2) continue;
    const letters = rivals.map((rival) => `${columnLetters(rival.column)} 列“${rival.header}”`);
    const sure = rivals.filter((rival) => rival.confidence === highestConfidence(rivals));
    const refused = field.required && sure.length > 1;
    problems.push({
      kind: "duplicate-column",
      severity: refused ? "refused" : "warning",
      message: `${letters.join("、")}都像“${field.header}”，${refused ? "请删去多余的列，或在页面上指定用哪一列。" : `已采用 ${columnLetters(sure[0]?.column ?? 0)} 列。`}`,
    });
  }
  const unknown = table.columns.filter((column) => column.key === null).map((c) => c.header);
  if (unknown.length > 0) {
    problems.push({
      kind: "unmatched-columns",
      severity: "warning",
      message: `${quoted(unknown)}不是本名册的列，不导入。`,
    });
  }
  return problems;
}

/** Sheets that also look like rosters: only one is read at a time. */
export function sheetProblems(
  read: string,
  others: readonly string[],
  hidden: readonly string[],
): TableProblem[] {
  const problems: TableProblem[] = [];
  if (others.length > 0) {
    problems.push({
      kind: "other-sheets",
      severity: "warning",
      message: `工作表${quoted(others)}也像名册，本次只读“${read}”，其余请另行导入。`,
    });
  }
  if (hidden.length > 0) {
    problems.push({
      kind: "hidden-sheets",
      severity: "warning",
      message: `隐藏的工作表${quoted(hidden)}没有读取；确需导入请先取消隐藏。`,
    });
  }
  return problems;
}

/** A, B, …, Z, AA, … for a 0-based column. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : columnLetters(rest - 1) + letter;
}

function highestConfidence(columns: readonly { readonly confidence: number }[]): number {
  return Math.max(...columns.map((column) => column.confidence));
}

function quoted(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_HEADERS).map((name) => `“${shortened(name)}”`);
  const rest = names.length > SHOWN_HEADERS ? `等 ${names.length} 个` : "";
  return shown.join("、") + rest;
}

function shortened(name: string): string {
  return name.length > SHOWN_CHARACTERS ? `${name.slice(0, SHOWN_CHARACTERS)}…` : name;
}
