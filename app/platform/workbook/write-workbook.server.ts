import type { MergedBlock } from "~/domain/rosters/sheet";
import { sheetXml } from "~/platform/workbook/sheet-xml.server";
import { sheetNames, withOptionSheet } from "~/platform/workbook/write-drop-downs.server";
import {
  contentTypesXml,
  customPropertiesXml,
  rootRelationsXml,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
} from "~/platform/workbook/workbook-parts.server";
import { writeZip, type ZipPart } from "~/platform/workbook/zip-writer.server";

/** How a cell looks. All but `number`, `count` and `money` are formatted as text: nothing typed there is altered. */
export type CellStyle =
  "title" | "header" | "text" | "bad" | "changed" | "note" | "number" | "count" | "money";

/**
 * `style` defaults to `text`. With `number`, `count` (in a frame, whole) and `money` (in a frame, two decimals), plain
 * digits of at most 15 places become a number.
 */
export interface WriteCell {
  readonly text: string;
  readonly style?: CellStyle;
}

export interface WriteRow {
  readonly cells: readonly WriteCell[];
  /** In points; without it the program decides. */
  readonly height?: number;
}

/** A drop-down list under one column; 1-based inclusive rows, 0-based column. */
export interface DropDown {
  readonly column: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly options: readonly string[];
}

export interface SheetSpec {
  readonly name: string;
  /** Widths in characters; `style` is that of the cells still empty (text keeps ID numbers whole). */
  readonly columns: readonly { readonly width: number; readonly style?: CellStyle }[];
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  readonly merges?: readonly MergedBlock[];
  readonly dropDowns?: readonly DropDown[];
  readonly hidden?: boolean;
  /** A4 with all columns on one sheet's width; the first rows stand on top of every printed sheet. */
  readonly paper?: { readonly orientation: "landscape" | "portrait"; readonly headRows?: number };
  readonly rows: AsyncIterable<WriteRow> | Iterable<WriteRow>;
}

/**
 * Writes an .xlsx chunk by chunk; memory stays flat however many rows come. Every cell is a literal
 * string or number, never a formula, and marked as quoted so that `=1+1` stays those four
 * characters. Characters that XML cannot hold are dropped, text beyond Excel's 32,767 characters
 * cut. `edition` is kept as a custom document property of that name.
 */
export function writeWorkbook(
  sheets: readonly SheetSpec[],
  properties: { readonly edition?: string } = {},
): AsyncIterable<Buffer> {
  const names = sheetNames(sheets);
  return writeZip(parts(withOptionSheet(sheets, names), properties.edition));
}

function* parts(sheets: readonly SheetSpec[], edition: string | undefined): Generator<ZipPart> {
  const hasEdition = edition !== undefined;
  yield { name: "[Content_Types].xml", chunks: [contentTypesXml(sheets.length, hasEdition)] };
  yield { name: "_rels/.rels", chunks: [rootRelationsXml(hasEdition)] };
  yield { name: "xl/workbook.xml", chunks: [workbookXml(sheets)] };
  yield { name: "xl/_rels/workbook.xml.rels", chunks: [workbookRelationsXml(sheets.length)] };
  yield { name: "xl/styles.xml", chunks: [stylesXml()] };
  if (hasEdition) yield { name: "docProps/custom.xml", chunks: [customPropertiesXml(edition)] };
  for (const [index, sheet] of sheets.entries()) {
    yield { name: `xl/worksheets/sheet${index + 1}.xml`, chunks: sheetXml(sheet, index === 0) };
  }
}
