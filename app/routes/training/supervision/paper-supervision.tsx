import type { SupervisionSheetRow } from "~/domain/evidence/supervision-sheet";
import { classNames } from "~/ui/class-names";
import { PrintPage } from "~/ui/print/print-page";
import type { PrintColumn } from "~/ui/print/print-sheet";

interface PaperSupervisionProps {
  readonly heading: string;
  readonly rows: readonly SupervisionSheetRow[];
  readonly copyNo: string;
  readonly madeAt: string;
  readonly printedBy: string;
}

/** 186 mm in all. */
const COLUMNS: readonly PrintColumn<SupervisionSheetRow>[] = [
  { key: "term", header: "项目", widthClass: "w-[32mm]", cell: ({ term }) => term },
  {
    key: "lines",
    header: "内容",
    widthClass: "w-[154mm]",
    align: "left",
    cell: ({ lines, isTall }) => (
      <div className={classNames("whitespace-pre-wrap py-1", isTall && "min-h-[28mm]")}>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    ),
  },
];

/** The form 监督记录 on one A4 sheet upright. */
export function PaperSupervision(props: PaperSupervisionProps) {
  return (
    <PrintPage
      title={props.heading}
      orientation="portrait"
      columns={COLUMNS}
      rows={props.rows}
      rowKey={({ term }) => term}
      rowsPerSheet={props.rows.length}
      unit="项"
      sheetMark={(sheet, sheets) => (
        <p>
          页码 {sheet}/{sheets}
        </p>
      )}
      sheetFoot={() => (
        <p className="mt-2 text-[8pt]">
          打印人：{props.printedBy}　时间：{props.madeAt}　份号：{props.copyNo}
        </p>
      )}
    />
  );
}
