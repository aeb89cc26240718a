import { storedWholeNumber } from "../shared/cell-text";
import type { Finding } from "./finding";
import type { SheetRow } from "./sheet";

/** Header of the column that the error workbook adds. */
export const ERROR_HEADER = "问题与改法";

export type ErrorCellStyle = "text" | "bad" | "changed" | "note" | "title" | "header";

export interface ErrorCell {
  readonly text: string;
  readonly style: ErrorCellStyle;
}

/** One row of the officer's own sheet, as it goes back to him. */
export interface ErrorRow {
  readonly source: SheetRow;
  readonly findings: readonly Finding[];
  /** Whether the source is what was typed in the page instead of what the file holds. */
  readonly corrected: boolean;
}

/** Where the findings' columns stand, and how wide the table is. */
export interface ErrorSheetShape {
  readonly headerRow: number;
  readonly headerDepth: number;
  /** 0-based column by header text. */
  readonly columnOf: ReadonlyMap<string, number>;
  /** 0-based column of the added remarks. */
  readonly noteColumn: number;
}

const SEVERITY_WORDS = { refused: "须改正", warning: "请留意", cleaned: "已整理" } as const;

/** The row's cells in place, bad ones marked, with the remarks at the end. */
export function errorCells(row: ErrorRow, shape: ErrorSheetShape): ErrorCell[] {
  const { source, findings } = row;
  const style = placeStyle(source.sheetRow, shape);
  const cells: ErrorCell[] = source.texts.map((text, column) => ({
    text: source.kinds[column] === "number" ? asShown(text) : text,
    style,
  }));
  const isHeader = source.sheetRow === shape.headerRow;
  if (!isHeader && findings.length === 0) return cells;
  while (cells.length <= shape.noteColumn) cells.push({ text: "", style });
  for (const { column, severity } of findings) {
    const at = shape.columnOf.get(column);
    const cell = at === undefined ? undefined : cells[at];
    if (at === undefined || cell === undefined || cell.style === "bad") continue;
    cells[at] = { text: cell.text, style: severity === "cleaned" ? "changed" : "bad" };
  }
  cells[shape.noteColumn] = isHeader
    ? { text: ERROR_HEADER, style: "header" }
    : { text: remarks(row), style: "note" };
  return cells;
}

function placeStyle(sheetRow: number, shape: ErrorSheetShape): ErrorCellStyle {
  if (sheetRow < shape.headerRow) return "title";
  return sheetRow < shape.headerRow + shape.headerDepth ? "header" : "text";
}

function remarks({ findings, corrected }: ErrorRow): string {
  const lines = findings.map(
    ({ severity, column, message }) => `【${SEVERITY_WORDS[severity]}】${column}：${message}`,
  );
  return (corrected ? ["【已在网页更正】", ...lines] : lines).join("\n");
}

/**
 * A number as text. One of more than 15 digits has lost its last ones: it goes back in scientific
 * notation, as the spreadsheet shows it, so that it is found again and never taken for whole.
 */
function asShown(text: string): string {
  const whole = storedWholeNumber(text) ?? text;
  if (!/^\d{16,}$/.test(whole)) return whole;
  const digits = whole.replace(/0+$/, "");
  return `${digits[0]}.${digits.slice(1, 6)}E+${whole.length - 1}`;
}
