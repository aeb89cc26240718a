import type { SerializeFrom } from "@remix-run/node";
import type { CompletionRow } from "~/data/training/completion-view.server";
import { CERTIFICATE_KIND_LABELS, COMPLETION_LABELS } from "~/domain/training/completion";
import type { Column } from "~/ui/tables/column";
import { ChoiceCell, TextCell } from "./completion-cells";
import { Elsewhere, SHARED_COLUMNS } from "./completion-read-columns";
import { resultField } from "./completion-fields";

type Row = SerializeFrom<CompletionRow>;

/** For who may write: a box in every cell; nothing is chosen that nobody has said. */
export const WRITTEN_COLUMNS: readonly Column<Row>[] = [
  ...SHARED_COLUMNS,
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

function called({ lineNo, name }: Row): string {
  return `第 ${lineNo} 号 ${name}`;
}
