import { cellAddress, columnLetters } from "~/platform/workbook/cell-address.server";
import { styleIndex } from "~/platform/workbook/workbook-parts.server";
import type { PlacedDropDown } from "~/platform/workbook/write-drop-downs.server";
import type {
  CellStyle,
  SheetSpec,
  WriteCell,
  WriteRow,
} from "~/platform/workbook/write-workbook.server";
import { encodeXmlText } from "~/platform/workbook/xml-text.server";

const CHUNK_CHARACTERS = 128 * 1024;
const LONGEST_CELL = 32_767;
const NUMERIC: ReadonlySet<CellStyle> = new Set(["number", "count", "money"]);

/** The XML of one worksheet, chunk by chunk, its rows taken only as fast as they are written. */
export async function* sheetXml(sheet: SheetSpec, selected: boolean): AsyncGenerator<string> {
  const letters: string[] = [];
  let pending = `${opening(sheet, selected)}<sheetData>`;
  let sheetRow = 0;
  for await (const row of sheet.rows) {
    pending += rowXml(row, ++sheetRow, letters);
    if (pending.length > CHUNK_CHARACTERS) {
      yield pending;
      pending = "";
    }
  }
  yield `${pending}</sheetData>${mergesXml(sheet)}${dropDownsXml(sheet)}${paperXml(sheet)}</worksheet>`;
}

/** Millimetres would be friendlier; the format wants inches, and paper size 9 for A4. */
function paperXml({ paper }: SheetSpec): string {
  if (paper === undefined) return "";
  const margins =
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>';
  const setup = `<pageSetup paperSize="9" orientation="${paper.orientation}" fitToWidth="1" fitToHeight="0"/>`;
  return `${margins}${setup}<headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>`;
}

function rowXml(row: WriteRow, sheetRow: number, letters: string[]): string {
  const height = row.height === undefined ? "" : ` ht="${row.height}" customHeight="1"`;
  let cells = "";
  for (let column = 0; column < row.cells.length; column++) {
    const cell = row.cells[column];
    if (cell === undefined) continue;
    const letter = (letters[column] ??= columnLetters(column));
    cells += cellXml(cell, `${letter}${sheetRow}`);
  }
  return `<row r="${sheetRow}"${height}>${cells}</row>`;
}

function cellXml({ text, style = "text" }: WriteCell, address: string): string {
  const start = `<c r="${address}" s="${styleIndex(style)}"`;
  if (text === "") return `${start}/>`;
  if (NUMERIC.has(style) && isPlainNumber(text)) return `${start}><v>${text}</v></c>`;
  const whole = text.length > LONGEST_CELL ? text.slice(0, LONGEST_CELL) : text;
  const space = /^\s|\s$|\n/.test(whole) ? ' xml:space="preserve"' : "";
  return `${start} t="inlineStr"><is><t${space}>${encodeXmlText(whole)}</t></is></c>`;
}

/** Excel keeps 15 significant digits; anything longer would be altered and stays text. */
function isPlainNumber(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(text) && text.replace(/\D/g, "").length <= 15;
}

function opening(sheet: SheetSpec, selected: boolean): string {
  const tab = selected ? ' tabSelected="1"' : "";
  const fit = sheet.paper === undefined ? "" : '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  return `${XML_START}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${fit}<sheetViews><sheetView${tab} workbookViewId="0">${paneXml(sheet)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columnsXml(sheet)}`;
}

const XML_START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function paneXml({ frozenRows = 0, frozenColumns = 0 }: SheetSpec): string {
  if (frozenRows === 0 && frozenColumns === 0) return "";
  const x = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : "";
  const y = frozenRows > 0 ? ` ySplit="${frozenRows}"` : "";
  const side = frozenColumns > 0 ? "Right" : "Left";
  const pane = frozenRows > 0 ? `bottom${side}` : `top${side}`;
  const first = cellAddress(frozenColumns, frozenRows + 1);
  return `<pane${x}${y} topLeftCell="${first}" activePane="${pane}" state="frozen"/>`;
}

function columnsXml({ columns }: SheetSpec): string {
  if (columns.length === 0) return "";
  const each = columns.map(({ width, style }, index) => {
    const look = style === undefined ? "" : ` style="${styleIndex(style)}"`;
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${look} customWidth="1"/>`;
  });
  return `<cols>${each.join("")}</cols>`;
}

function mergesXml({ merges = [] }: SheetSpec): string {
  if (merges.length === 0) return "";
  const each = merges.map((block) => {
    const from = cellAddress(block.firstColumn, block.firstRow);
    return `<mergeCell ref="${from}:${cellAddress(block.lastColumn, block.lastRow)}"/>`;
  });
  return `<mergeCells count="${each.length}">${each.join("")}</mergeCells>`;
}

function dropDownsXml(sheet: SheetSpec): string {
  const dropDowns: readonly PlacedDropDown[] = sheet.dropDowns ?? [];
  if (dropDowns.length === 0) return "";
  const each = dropDowns.map(({ column, firstRow, lastRow, source = "" }) => {
    const range = `${cellAddress(column, firstRow)}:${cellAddress(column, lastRow)}`;
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" errorTitle="请核对" error="请从下拉列表中选择。" sqref="${range}"><formula1>${encodeXmlText(source)}</formula1></dataValidation>`;
  });
  return `<dataValidations count="${each.length}">${each.join("")}</dataValidations>`;
}
