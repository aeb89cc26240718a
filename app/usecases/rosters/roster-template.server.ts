import {
  factSheet,
  headRows,
  ROSTER_COLUMNS,
  rosterSheet,
} from "~/data/rosters/roster-workbook.server";
import { trainingLayout } from "~/domain/rosters/layouts/training";
import { writtenFields } from "~/domain/rosters/roster-sheet";
import { writeWorkbook, type DropDown } from "~/platform/workbook/write-workbook.server";

/** Rows ready to be filled in; the columns are text further down too. */
const READY_ROWS = 200;
const HEADER_ROW = 3;

/** The empty roster that officers fill in: text cells, drop-downs, notes, and its edition. */
export function rosterTemplate(): {
  readonly fileName: string;
  readonly bytes: AsyncIterable<Buffer>;
} {
  const fields = writtenFields(trainingLayout);
  const firstRow = HEADER_ROW + 1;
  const dropDowns: DropDown[] = fields.flatMap(({ choices }, column) =>
    choices === undefined
      ? []
      : [{ column, firstRow, lastRow: HEADER_ROW + READY_ROWS, options: choices }],
  );
  const under = `版本：${trainingLayout.edition}    填写前请看“填写说明”；身份证号码列已设为文本格式，请勿改动表头。`;
  const empty = { cells: ROSTER_COLUMNS.map(() => ({ text: "" })) };
  const rows = [
    ...headRows(trainingLayout.title, under),
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
      { ...rosterSheet(rows), dropDowns },
      factSheet("填写说明", [["版本", trainingLayout.edition], ...notes]),
    ],
    { edition: trainingLayout.edition },
  );
  return { fileName: `${trainingLayout.title}（模板）.xlsx`, bytes };
}
