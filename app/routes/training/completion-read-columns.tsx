import type { SerializeFrom } from "@remix-run/node";
import type { CompletionRow } from "~/data/training/completion-view.server";
import { shareText } from "~/domain/training/attendance-sum";
import {
  certificateKindLabel,
  COMPLETION_LABELS,
  COMPLETION_OUTCOMES,
} from "~/domain/training/completion";
import type { Column } from "~/ui/tables/column";

type Row = SerializeFrom<CompletionRow>;

/** Who, and how much of the class he sat in. */
export const SHARED_COLUMNS: readonly Column<Row>[] = [
  {
    key: "name",
    header: "学员",
    isRowHeader: true,
    cell: (row) => `${row.lineNo} ${row.name}`,
  },
  {
    key: "attendance",
    header: "出勤率",
    align: "right",
    cell: ({ sum }) => (
      <>
        {shareText(sum.attendedHours, sum.dueHours)}
        <span className="ml-1 text-slate-600">{`${sum.attendedHours}/${sum.dueHours}`}</span>
      </>
    ),
  },
];

/** For who reads. */
export const READ_COLUMNS: readonly Column<Row>[] = [
  ...SHARED_COLUMNS,
  { key: "result", header: "结业结果", cell: ({ stored }) => resultText(stored?.result) },
  {
    key: "kind",
    header: "证书类别",
    cell: ({ stored }) => certificateKindLabel(stored?.certificateKind ?? "") || "—",
  },
  {
    key: "number",
    header: "证书编号",
    cell: (row) => (
      <>
        {row.stored?.certificateNo || "—"}
        <Elsewhere row={row} />
      </>
    ),
  },
  { key: "issuedOn", header: "发证日期", cell: ({ stored }) => stored?.issuedOn ?? "—" },
];

function resultText(stored: string | undefined): string {
  const known = COMPLETION_OUTCOMES.find((one) => one === stored);
  return known === undefined ? "未登记" : COMPLETION_LABELS[known];
}

/** That another class has the same certificate. */
export function Elsewhere({ row }: { readonly row: Row }) {
  const [first] = row.elsewhere;
  if (first === undefined) return null;
  return (
    <span className="block max-w-[14rem] whitespace-normal text-amber-700">
      {`提醒：与${first.classLabel}第 ${first.lineNo} 号的证书编号相同`}
    </span>
  );
}
