import type { LinesPage } from "~/data/targets/reconciliation-lines-view.server";
import type { FigureKind } from "~/domain/targets/reconciliation";
import { sideWords } from "~/domain/targets/reconciliation-groups";
import { EXPLANATION_LABELS } from "~/domain/targets/reconciliation-words";
import type { PrintColumn } from "~/ui/print/print-sheet";

type Line = LinesPage["page"]["rows"][number];

/** 186 mm of columns: A4 upright. */
export function printColumns(kind: FigureKind | null): PrintColumn<Line>[] {
  return [
    { key: "number", header: "序号", widthClass: "w-[11mm]", cell: (_row, number) => number },
    { key: "name", header: "姓名", widthClass: "w-[19mm]", cell: (row) => row.name },
    {
      ...{ key: "id", header: "身份证号码", widthClass: "w-[42mm]", mono: true },
      cell: (row) => row.maskedId,
    },
    {
      ...{ key: "employer", header: "企业", widthClass: "w-[37mm]" },
      cell: (row) => (row.employerName === "" ? row.districtEmployer : row.employerName),
    },
    {
      ...{ key: "startedOn", header: "上岗日期", widthClass: "w-[23mm]" },
      cell: (row) => (
        <span className="whitespace-nowrap">{row.startedOn ?? row.districtStartOn ?? ""}</span>
      ),
    },
    {
      ...{ key: "side", header: "归属", widthClass: "w-[18mm]" },
      cell: (row) => sideWords(row.side, kind),
    },
    { key: "explanation", header: "差异说明", widthClass: "w-[36mm]", cell: explained },
  ];
}

function explained({ explanationKind, explanation }: Line): string {
  if (explanationKind === null) return "";
  const kind = EXPLANATION_LABELS[explanationKind];
  return explanation === "" ? kind : `${kind}：${explanation}`;
}
