import { factSheet } from "~/data/rosters/layout-workbook.server";
import { sumTexts, type FilledForm, type FormColumn } from "~/domain/shared/filled-form";
import {
  writeWorkbook,
  type SheetSpec,
  type WriteCell,
  type WriteRow,
} from "~/platform/workbook/write-workbook.server";

const HEAD_ROWS = 3;

/** The form as a workbook: the sheet as it is printed, and one about this copy. */
export function formWorkbook(
  form: FilledForm,
  about: readonly (readonly [string, string])[],
): AsyncIterable<Buffer> {
  const { edition } = form.layout;
  return writeWorkbook([formSheet(form), factSheet("导出说明", about)], { edition });
}

function formSheet({ layout, heading, headParts, rows }: FilledForm): SheetSpec {
  const { columns } = layout;
  function* written(): Generator<WriteRow> {
    yield { cells: [{ text: heading, style: "title" }], height: 30 };
    yield { cells: [{ text: headParts.join("    "), style: "note" }], height: 32 };
    yield { cells: columns.map(({ header }) => ({ text: header, style: "header" })), height: 30 };
    for (const { texts } of rows) {
      yield { cells: columns.map((column) => cellOf(column, texts)), height: 26 };
    }
    const sums = sumTexts(layout, rows);
    if (sums !== null) {
      const [first = { text: "" }, ...others] = columns.map((column) => cellOf(column, sums));
      yield { cells: [{ ...first, text: "合计", style: "text" }, ...others], height: 26 };
    }
    const signers = layout.signers.map((who) => `${who}：`).join("　　　　　　");
    const count = `共 ${rows.length} ${layout.unit}`;
    yield { cells: [{ text: `${count}　　　　${signers}`, style: "note" }], height: 30 };
  }
  const lastColumn = columns.length - 1;
  return {
    name: layout.name,
    columns: columns.map(({ width }) => ({ width })),
    frozenRows: HEAD_ROWS,
    frozenColumns: 2,
    paper: { orientation: "landscape", headRows: HEAD_ROWS },
    merges: [1, 2].map((row) => ({ firstRow: row, lastRow: row, firstColumn: 0, lastColumn })),
    rows: written(),
  };
}

function cellOf({ key, number }: FormColumn, texts: Readonly<Record<string, string>>): WriteCell {
  return {
    text: (texts[key] ?? "").replace("\n", " "),
    ...(number !== undefined && { style: number }),
  };
}
