import type {
  Allocation,
  AllocationCell,
  AllocationColumn,
  AllocationProject,
  AllocationRow,
  ColumnUnit,
} from "./allocation";
import { OFF_TABLE_COLUMN } from "./allocation";
import { parseAmount, type MoneyUnit } from "./allocation-amount";
import type { AllocationDraft, DraftLine } from "./allocation-draft";
import { classificationCode } from "./classification";
import type { RowOrigin } from "./draft-places";

/** What a table's draft says, or the field of the form and what is wrong with it. */
export interface ReadDraft {
  readonly table: Allocation;
  readonly errors: Readonly<Record<string, string>>;
  /** Where each row and cell was typed, in the order of the table. */
  readonly origins: readonly RowOrigin[];
  /** A figure is no number: sums over it would say nothing. */
  readonly isUnreadable: boolean;
}

export interface DraftReader {
  readonly money: MoneyUnit;
  /** The area of a unit by its own or its area's name; null where no name fits. */
  readonly areaOf: (name: string) => string | null;
  /** Where units without an area of their own belong: the prefecture's own offices. */
  readonly ownArea: string;
}

/** Makes a table of what was typed; what cannot be read is named by its field and counts as nothing. */
export function readDraft(draft: AllocationDraft, reader: DraftReader): ReadDraft {
  const errors: Record<string, string> = {};
  let isUnreadable = false;
  const figure = (field: string, text: string, unit: ColumnUnit = "FEN"): number | null => {
    if (text === "") return null;
    const amount = parseAmount(text, unit, reader.money);
    if (amount !== null) return amount;
    errors[field] = `“${text.slice(0, 20)}”不是可以识别的数，请只填数字`;
    isUnreadable = true;
    return null;
  };
  const columns = draft.columns.map(({ label, declared }, at): AllocationColumn => {
    const unit = unitOfLabel(label);
    if (label === "") errors[`column-${at}`] = "请填写列名，或把这一列清空";
    const key = `c${at}`;
    return { key, label, unit, of: "", declared: figure(`column-${at}-declared`, declared, unit) };
  });
  const money = columns.find(({ unit }) => unit === "FEN");
  if (money === undefined) errors["column-0"] ??= "至少要有一列金额";
  const projects = projectsOf(draft).map((one, at): AllocationProject => {
    const declared = figure(`project-${at}-declared`, one.declared);
    return {
      key: `p${at}`,
      label: one.label,
      clause: one.clause,
      isLabour: one.isLabour,
      declared,
    };
  });
  const origins: RowOrigin[] = [];
  const rows = rowsOf(draft.lines, { columns, projects, figure, errors, reader, origins });
  if (rows.length === 0) errors["line-0-unit"] ??= "还没有填写单位和金额";
  const shares = columns.map((one) =>
    one.unit === "PERCENT" ? { ...one, of: money?.key ?? "" } : one,
  );
  const declaredTotal = figure("declared", draft.declared);
  const table = { columns: shares, projects, declaredTotal, rows };
  return { table, errors, origins, isUnreadable };
}

interface LineReader {
  readonly columns: readonly AllocationColumn[];
  readonly projects: readonly AllocationProject[];
  readonly figure: (field: string, text: string, unit?: ColumnUnit) => number | null;
  readonly errors: Record<string, string>;
  readonly reader: DraftReader;
  readonly origins: RowOrigin[];
}

function rowsOf(lines: readonly DraftLine[], read: LineReader): AllocationRow[] {
  const rows: AllocationRow[] = [];
  lines.forEach((line, at) => {
    const cells = cellsOf(line, at, read);
    const lines = cells.map(() => at);
    const above = rows[rows.length - 1];
    const goesOn = line.unitName === "" && !line.isOffTable && above?.isOffTable === false;
    if (goesOn && line.declared === "") {
      rows[rows.length - 1] = { ...above, cells: [...above.cells, ...cells] };
      const origin = read.origins.pop() ?? { line: at, cells: [] };
      read.origins.push({ ...origin, cells: [...origin.cells, ...lines] });
      return;
    }
    if (line.unitName === "") read.errors[`line-${at}-unit`] = "请填写单位";
    read.origins.push({ line: at, cells: lines });
    rows.push({
      unitName: line.unitName,
      areaCode: areaOf(line, at, read),
      declaredTotal: line.isOffTable ? null : read.figure(`line-${at}-declared`, line.declared),
      ...{ isOffTable: line.isOffTable, note: line.note, cells },
    });
  });
  return rows;
}

function areaOf({ unitName, area }: DraftLine, at: number, { reader, errors }: LineReader) {
  if (area === "") return reader.areaOf(unitName) ?? reader.ownArea;
  const code = reader.areaOf(area);
  if (code === null)
    errors[`line-${at}-area`] = `没有找到“${area}”，请填写本地区的县（市、区）名称`;
  return code;
}

function cellsOf(line: DraftLine, at: number, read: LineReader): AllocationCell[] {
  const { columns, projects, figure, errors } = read;
  const project = projects.find(({ label }) => label === line.project);
  const codes = { functionCode: line.functionCode, economicCode: line.economicCode };
  const [functionCode, economicCode] = [
    ["function", codes.functionCode] as const,
    ["economic", codes.economicCode] as const,
  ].map(([part, text]) => {
    const code = classificationCode(text);
    if (code === null) errors[`line-${at}-${part}`] = "科目请以 3 至 7 位数字编码开头";
    return code ?? "";
  });
  const shared = { functionCode: functionCode ?? "", economicCode: economicCode ?? "" };
  const projectKey = project?.key ?? "";
  if (line.isOffTable) {
    const text =
      line.declared === "" ? (line.amounts.find((one) => one !== "") ?? "") : line.declared;
    const amount = figure(`line-${at}-declared`, text);
    if (amount === null) errors[`line-${at}-declared`] ??= "请填写表外金额";
    return [{ columnKey: OFF_TABLE_COLUMN, projectKey, amount: amount ?? 0, ...shared }];
  }
  return columns.flatMap(({ key: columnKey, unit }, column) => {
    const amount = figure(`line-${at}-amount-${column}`, line.amounts[column] ?? "", unit);
    return amount === null ? [] : [{ columnKey, projectKey, amount, ...shared }];
  });
}

/** Those named in their own list, then those that only lines name. */
function projectsOf({ projects, lines }: AllocationDraft) {
  const known = new Set(projects.map(({ label }) => label));
  const others = [...new Set(lines.map(({ project }) => project))].filter(
    (label) => label !== "" && !known.has(label),
  );
  return [
    ...projects,
    ...others.map((label) => {
      return { label, clause: "", declared: "", isLabour: /劳务|转移就业/.test(label) };
    }),
  ];
}

function unitOfLabel(label: string): ColumnUnit {
  if (/[（(](%|％|百分比)[)）]$/.test(label)) return "PERCENT";
  return /[（(](个|项|人|期|家|次)[)）]$/.test(label) ? "COUNT" : "FEN";
}
