import { trainingLayout } from "~/domain/rosters/layouts/training";
import {
  classLine,
  lineTexts,
  rosterHeading,
  writtenFields,
  type RosterHead,
} from "~/domain/rosters/roster-sheet";
import type { SheetSpec, WriteRow } from "~/platform/workbook/write-workbook.server";
import type { Numbers } from "./masked-line.server";
import type { SealedLine } from "./whole-roster.server";

const FIELDS = writtenFields(trainingLayout);
const HEAD_ROWS = 3;

/** The columns of the layout, every cell of them text so that ID numbers stay whole. */
export const ROSTER_COLUMNS: SheetSpec["columns"] = FIELDS.map(({ width }) => ({ width }));

/** Heading, the line about the class, and the column headers: three rows. */
export function headRows(heading: string, underHeading: string): readonly WriteRow[] {
  return [
    { cells: [{ text: heading, style: "title" }], height: 30 },
    { cells: [{ text: underHeading, style: "note" }], height: 20 },
    { cells: FIELDS.map(({ header }) => ({ text: header, style: "header" })), height: 30 },
  ];
}

/** The frame every roster sheet shares: name, widths, merged heading, frozen header. */
export function rosterSheet(rows: SheetSpec["rows"]): SheetSpec {
  const lastColumn = FIELDS.length - 1;
  return {
    name: trainingLayout.sheetName,
    columns: ROSTER_COLUMNS,
    frozenRows: HEAD_ROWS,
    frozenColumns: 2,
    paper: { orientation: "landscape", headRows: HEAD_ROWS },
    merges: [1, 2].map((row) => ({ firstRow: row, lastRow: row, firstColumn: 0, lastColumn })),
    rows,
  };
}

/** The roster as a sheet, numbers as `numbersOf` gives them, with a closing line about this copy. */
export function filledSheet(
  head: RosterHead,
  lines: readonly SealedLine[],
  numbersOf: (line: SealedLine) => Numbers,
  closing: string,
): SheetSpec {
  function* rows(): Generator<WriteRow> {
    yield* headRows(rosterHeading(head, trainingLayout), classLine(head));
    let number = 0;
    for (const line of lines) {
      number += 1;
      const texts = lineTexts(head, { ...line, ...numbersOf(line) }, number);
      yield {
        cells: FIELDS.map(({ key, kind }) => ({
          text: texts[key],
          style: kind === "number" ? "number" : "text",
        })),
      };
    }
    yield { cells: [{ text: closing, style: "note" }] };
  }
  return rosterSheet(rows());
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
