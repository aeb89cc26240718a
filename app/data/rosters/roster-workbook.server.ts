import { trainingLayout } from "~/domain/rosters/layouts/training";
import {
  classLine,
  lineTexts,
  rosterHeading,
  writtenFields,
  type RosterHead,
} from "~/domain/rosters/roster-sheet";
import type { SheetSpec, WriteRow } from "~/platform/workbook/write-workbook.server";
import { headRows, layoutRow, layoutSheet } from "./layout-workbook.server";
import type { Numbers } from "./masked-line.server";
import type { SealedLine } from "./whole-roster.server";

const FIELDS = writtenFields(trainingLayout);

/** The roster as a sheet, numbers as `numbersOf` gives them, with a closing line about this copy. */
export function filledSheet(
  head: RosterHead,
  lines: readonly SealedLine[],
  numbersOf: (line: SealedLine) => Numbers,
  closing: string,
): SheetSpec {
  function* rows(): Generator<WriteRow> {
    yield* headRows(trainingLayout, rosterHeading(head, trainingLayout), classLine(head));
    let number = 0;
    for (const line of lines) {
      number += 1;
      yield layoutRow(FIELDS, lineTexts(head, { ...line, ...numbersOf(line) }, number));
    }
    yield { cells: [{ text: closing, style: "note" }] };
  }
  return layoutSheet(trainingLayout, rows());
}
