import type { ClaimAttemptRow } from "~/data/claims/claim-payments-view.server";
import { ATTEMPT_STATE_LABELS, type AttemptState } from "~/domain/posts/wage";
import { yuanGrouped } from "~/domain/shared/fen";
import { StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import type { Tone } from "~/ui/tone";

const TONES: Readonly<Record<AttemptState, Tone>> = {
  SENT: "info",
  PAID: "success",
  FAILED: "danger",
  WITHDRAWN: "neutral",
};

const COLUMNS: readonly Column<ClaimAttemptRow>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: (row) => `${row.lineNo} ${row.name}` },
  {
    key: "state",
    header: "结果",
    cell: ({ state, paidOn }) => (
      <StateBadge
        label={`${ATTEMPT_STATE_LABELS[state]} ${paidOn ?? ""}`.trim()}
        tone={TONES[state]}
      />
    ),
  },
  {
    key: "reason",
    header: "银行说明",
    className: "min-w-[10rem] whitespace-normal",
    cell: ({ reason, releasedByName }) =>
      releasedByName === "" ? reason : `${reason}（${releasedByName}准许再发）`,
  },
  {
    key: "amount",
    header: "金额（元）",
    align: "right",
    cell: (row) => yuanGrouped(row.amountFen),
  },
  { key: "account", header: "账户", cell: (row) => row.account },
];

/** Whom the file was to pay and what became of each: it outlives the next file. Open where somebody failed. */
export function Attempts(props: {
  readonly batchId: string;
  readonly number: number;
  readonly attempts: readonly ClaimAttemptRow[];
}) {
  const { batchId, number, attempts } = props;
  return (
    <details className="mt-3" open={attempts.some(({ state }) => state === "FAILED")}>
      <summary className="cursor-pointer text-brand-600">{`逐条结果（${attempts.length} 条）`}</summary>
      <div className="mt-2">
        <DataTable
          caption={`第 ${number} 次代发逐条结果`}
          columns={COLUMNS}
          rows={attempts}
          rowKey={(row) => row.id}
          rowHref={(row) => `/claims/${batchId}/lines/${row.lineId}`}
          tall={false}
          empty="没有明细"
        />
      </div>
    </details>
  );
}
