import {
  factSheet,
  HEAD_ROWS,
  headRows,
  layoutColumns,
  layoutSheet,
} from "~/data/rosters/layout-workbook.server";
import { IMPORT_LAYOUTS, type ImportLayoutId } from "~/domain/rosters/import-layout";
import { headerOf } from "~/domain/rosters/layouts/layout";
import { writtenFields } from "~/domain/rosters/roster-sheet";
import { writeWorkbook, type DropDown } from "~/platform/workbook/write-workbook.server";

/** Rows ready to be filled in; the columns are text further down too. */
const READY_ROWS = 200;

/** The empty roster that officers fill in: text cells, drop-downs, notes, and its edition. */
export function rosterTemplate(id: ImportLayoutId = "training"): {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
} {
  const { layout } = IMPORT_LAYOUTS[id];
  const fields = writtenFields(layout);
  const firstRow = HEAD_ROWS + 1;
  const dropDowns: DropDown[] = fields.flatMap(({ choices }, column) =>
    choices === undefined
      ? []
      : [{ column, firstRow, lastRow: HEAD_ROWS + READY_ROWS, options: choices }],
  );
  const number = headerOf(layout, "idCardNumber");
  const under = `版本：${layout.edition}    填写前请看“填写说明”；${number}列已设为文本格式，请勿改动表头。`;
  const empty = { cells: layoutColumns(layout).map(() => ({ text: "" })) };
  const rows = [
    ...headRows(layout, layout.title, under),
    ...Array.from({ length: READY_ROWS }, () => empty),
  ];
  const notes = fields.map(
    ({ header, note, example, required }) =>
      [
        header,
        `${required ? "必填。" : ""}${note}${example === "" ? "" : `例：${example}`}`,
      ] as const,
  );
  const bytes = writeWorkbook(
    [
      { ...layoutSheet(layout, rows), dropDowns },
      factSheet("填写说明", [["版本", layout.edition], ...notes]),
    ],
    { edition: layout.edition },
  );
  return { fileName: `${layout.title}（模板）.xlsx`, bytes };
}
