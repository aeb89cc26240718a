import type { LayoutField, RosterLayout } from "~/domain/rosters/layouts/layout";
import { writtenFields } from "~/domain/rosters/roster-sheet";
import type { SheetSpec, WriteRow } from "~/platform/workbook/write-workbook.server";

/** Heading, the line under it, the column headers. */
export const HEAD_ROWS = 3;

/** The columns of a layout, every cell of them text so that ID numbers stay whole. */
export function layoutColumns(layout: RosterLayout): SheetSpec["columns"] {
  return writtenFields(layout).map(({ width }) => ({ width }));
}

/** Heading, the line under it, and the column headers: three rows. */
export function headRows(
  layout: RosterLayout,
  heading: string,
  underHeading: string,
): readonly WriteRow[] {
  const headers = writtenFields(layout).map(({ header }) => header);
  return [
    { cells: [{ text: heading, style: "title" }], height: 30 },
    { cells: [{ text: underHeading, style: "note" }], height: 20 },
    { cells: headers.map((text) => ({ text, style: "header" })), height: 30 },
  ];
}

/** One line of a layout; a cell's text by its field. */
export function layoutRow<Key extends string>(
  fields: readonly LayoutField<Key>[],
  texts: Readonly<Record<Key, string>>,
): WriteRow {
  return {
    cells: fields.map(({ key, kind }) => ({
      text: texts[key],
      style: kind === "number" || kind === "money" ? kind : "text",
    })),
  };
}

/** The frame that every sheet of a layout shares: name, widths, merged heading, frozen header. */
export function layoutSheet(layout: RosterLayout, rows: SheetSpec["rows"]): SheetSpec {
  const columns = layoutColumns(layout);
  const lastColumn = columns.length - 1;
  return {
    name: layout.sheetName,
    columns,
    frozenRows: HEAD_ROWS,
    frozenColumns: 2,
    paper: { orientation: "landscape", headRows: HEAD_ROWS },
    merges: [1, 2].map((row) => ({ firstRow: row, lastRow: row, firstColumn: 0, lastColumn })),
    rows,
  };
}

/** A sheet of two columns: what, and the words about it. */
export function factSheet(name: string, facts: readonly (readonly [string, string])[]): SheetSpec {
  return {
    name,
    columns: [{ width: 18 }, { width: 80 }],
    rows: facts.map(([term, detail]) => ({
      cells: [{ text: term, style: "header" }, { text: detail }],
    })),
  };
}
