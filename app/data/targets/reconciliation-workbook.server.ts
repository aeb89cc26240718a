import { sideWords } from "~/domain/targets/reconciliation-groups";
import { EXPLANATION_LABELS, FIGURE_DEFINITION } from "~/domain/targets/reconciliation-words";
import { differenceNote } from "~/domain/targets/line-differences";
import type { FigureKind } from "~/domain/targets/reconciliation";
import type { SheetSpec, WriteRow } from "~/platform/workbook/write-workbook.server";
import type { ReconciliationLineRow } from "./reconciliation-lines.server";

const COLUMNS: readonly (readonly [header: string, width: number])[] = [
  ["序号", 8],
  ["姓名", 12],
  ["身份证号码", 22],
  ["归属", 12],
  ["县方企业", 28],
  ["县方上岗日期", 14],
  ["区方姓名", 12],
  ["区方企业", 28],
  ["区方上岗日期", 14],
  ["差异原因", 18],
  ["说明", 30],
];

/** The people of both sides as a sheet, numbers masked. */
export function peopleSheet(
  title: string,
  lines: readonly ReconciliationLineRow[],
  kind: FigureKind | null,
): SheetSpec {
  function* rows(): Generator<WriteRow> {
    yield { cells: [{ text: title, style: "title" }], height: 30 };
    yield { cells: COLUMNS.map(([text]) => ({ text, style: "header" })) };
    for (const [at, line] of lines.entries()) {
      const cause = line.explanationKind;
      const texts = [
        ...[line.name, line.maskedId, sideWords(line.side, kind)],
        ...[line.employerName, line.startedOn ?? ""],
        ...[line.districtName, line.districtEmployer, line.districtStartOn ?? ""],
        ...[cause === null ? differenceNote(line) : EXPLANATION_LABELS[cause], line.explanation],
      ];
      yield {
        cells: [{ text: String(at + 1), style: "number" }, ...texts.map((text) => ({ text }))],
      };
    }
  }
  const lastColumn = COLUMNS.length - 1;
  return {
    name: "人员名单",
    columns: COLUMNS.map(([, width]) => ({ width })),
    frozenRows: 2,
    paper: { orientation: "landscape", headRows: 2 },
    merges: [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn }],
    rows: rows(),
  };
}

/** The two figures, who signed and by what definition. */
export function figuresSheet(facts: readonly (readonly [string, string])[]): SheetSpec {
  return {
    name: "对账表",
    columns: [{ width: 18 }, { width: 80 }],
    rows: [...facts, ["口径", FIGURE_DEFINITION] as const].map(([term, detail]) => ({
      cells: [{ text: term, style: "header" }, { text: detail }],
    })),
  };
}
