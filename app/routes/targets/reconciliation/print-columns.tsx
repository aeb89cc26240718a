import type { LinesPage } from "~/data/targets/reconciliation-lines-view.server";
import {
  differenceNote,
  differingParts,
  type DifferingPart,
} from "~/domain/targets/line-differences";
import type { FigureKind } from "~/domain/targets/reconciliation";
import { sideWords } from "~/domain/targets/reconciliation-groups";
import { EXPLANATION_LABELS } from "~/domain/targets/reconciliation-words";
import type { PrintColumn } from "~/ui/print/print-sheet";

type Line = LinesPage["page"]["rows"][number];

/** 186 mm of columns: A4 upright. */
export function printColumns(kind: FigureKind | null): PrintColumn<Line>[] {
  return [
    { key: "number", header: "序号", widthClass: "w-[11mm]", cell: (_row, number) => number },
    {
      ...{ key: "name", header: "姓名", widthClass: "w-[21mm]" },
      cell: (row) => (
        <BothSides row={row} part="name" county={row.name} district={row.districtName} />
      ),
    },
    {
      ...{ key: "id", header: "身份证号码", widthClass: "w-[42mm]", mono: true },
      cell: (row) => row.maskedId,
    },
    {
      ...{ key: "employer", header: "企业", widthClass: "w-[38mm]" },
      cell: (row) => (
        <BothSides
          row={row}
          part="employer"
          county={row.employerName}
          district={row.districtEmployer}
        />
      ),
    },
    {
      ...{ key: "startedOn", header: "上岗日期", widthClass: "w-[24mm]" },
      cell: (row) => (
        <BothSides
          row={row}
          part="startedOn"
          county={row.startedOn ?? ""}
          district={row.districtStartOn ?? ""}
        />
      ),
    },
    {
      ...{ key: "side", header: "归属", widthClass: "w-[18mm]" },
      cell: (row) => sideWords(row.side, kind),
    },
    { key: "explanation", header: "差异说明", widthClass: "w-[32mm]", cell: explained },
  ];
}

interface BothSidesProps {
  readonly row: Line;
  readonly part: DifferingPart;
  readonly county: string;
  readonly district: string;
}

/** What the two agree on once; what they do not, each under its own name: this paper is signed by both. */
function BothSides({ row, part, county, district }: BothSidesProps) {
  if (!differingParts(row).includes(part)) return county === "" ? district : county;
  return (
    <>
      <span className="block">县：{county === "" ? "未填" : county}</span>
      <span className="block">区：{district}</span>
    </>
  );
}

function explained(line: Line): string {
  const { explanationKind, explanation } = line;
  if (explanationKind === null) return differenceNote(line);
  const kind = EXPLANATION_LABELS[explanationKind];
  return explanation === "" ? kind : `${kind}：${explanation}`;
}
