import type { SerializeFrom } from "@remix-run/node";
import type { CompletionRow } from "~/data/training/completion-view.server";
import { shareText } from "~/domain/training/attendance-sum";
import {
  CERTIFICATE_KIND_LABELS,
  certificateKindLabel,
  COMPLETION_LABELS,
  COMPLETION_OUTCOMES,
} from "~/domain/training/completion";
import type { Column } from "~/ui/tables/column";
import { ChoiceCell, TextCell } from "./completion-cells";
import { resultField } from "./completion-fields";

type Row = SerializeFrom<CompletionRow>;

const SHARED: readonly Column<Row>[] = [
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

/** For who may write: a box in every cell; nothing is chosen that nobody has said. */
export const WRITTEN_COLUMNS: readonly Column<Row>[] = [
  ...SHARED,
  {
    key: "result",
    header: "结业结果",
    cell: (row) => (
      <>
        <input
          type="hidden"
          name={resultField("version", row.id)}
          value={row.stored?.version ?? 0}
        />
        <ChoiceCell
          name={resultField("result", row.id)}
          label={`${called(row)} 结业结果`}
          stored={row.stored?.result ?? ""}
          options={COMPLETION_LABELS}
          emptyLabel="未登记"
          widthClass="min-w-[6.5rem]"
        />
      </>
    ),
  },
  {
    key: "kind",
    header: "证书类别",
    cell: (row) => (
      <ChoiceCell
        name={resultField("certificateKind", row.id)}
        label={`${called(row)} 证书类别`}
        stored={row.stored?.certificateKind ?? ""}
        options={CERTIFICATE_KIND_LABELS}
        emptyLabel="无"
        widthClass="min-w-[10.5rem]"
      />
    ),
  },
  {
    key: "number",
    header: "证书编号",
    cell: (row) => (
      <>
        <TextCell
          name={resultField("certificateNo", row.id)}
          label={`${called(row)} 证书编号`}
          stored={row.stored?.certificateNo ?? ""}
          maxLength={40}
          widthClass="min-w-[12rem]"
        />
        <Elsewhere row={row} />
      </>
    ),
  },
  {
    key: "issuedOn",
    header: "发证日期",
    cell: (row) => (
      <TextCell
        name={resultField("issuedOn", row.id)}
        label={`${called(row)} 发证日期`}
        stored={row.stored?.issuedOn ?? ""}
        maxLength={20}
        widthClass="min-w-[8rem] tabular-nums"
      />
    ),
  },
];

/** For who reads. */
export const READ_COLUMNS: readonly Column<Row>[] = [
  ...SHARED,
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

function Elsewhere({ row }: { readonly row: Row }) {
  const [first] = row.elsewhere;
  if (first === undefined) return null;
  return (
    <span className="block max-w-[14rem] whitespace-normal text-amber-700">
      {`提醒：与${first.classLabel}第 ${first.lineNo} 号的证书编号相同`}
    </span>
  );
}

function called({ lineNo, name }: Row): string {
  return `第 ${lineNo} 号 ${name}`;
}
