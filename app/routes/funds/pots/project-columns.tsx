import type { AdjustmentView, ProgressLine } from "~/data/funds/pot-project-view.server";
import {
  ADJUSTMENT_KIND_LABELS,
  ADJUSTMENT_STATE_LABELS,
  type AdjustmentState,
} from "~/domain/funds/adjustment";
import { yuanGrouped } from "~/domain/shared/fen";
import { Badge, StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import type { Tone } from "~/ui/tone";
import { percent } from "./pot-text";

export const PROGRESS_COLUMNS: readonly Column<ProgressLine>[] = [
  { key: "asOf", header: "截止日期", isRowHeader: true, cell: (row) => row.asOf },
  {
    key: "completed",
    header: "累计完成（元）",
    align: "right",
    cell: (row) => yuanGrouped(row.completedFen),
  },
  {
    key: "basis",
    header: "依据",
    className: "min-w-[10rem] whitespace-normal",
    cell: (row) => row.basis,
  },
  { key: "by", header: "登记人", cell: (row) => row.recordedByName },
  { key: "state", header: "状态", cell: (row) => (row.isVoided ? <Badge>已作废</Badge> : "有效") },
];

const TONES: Readonly<Record<AdjustmentState, Tone>> = {
  submitted: "warning",
  filed: "success",
  approved: "success",
  refused: "danger",
};

export const ADJUSTMENT_COLUMNS: readonly Column<AdjustmentView>[] = [
  {
    key: "what",
    header: "调整内容",
    isRowHeader: true,
    className: "min-w-[12rem] whitespace-normal",
    cell: (row) => row.what,
  },
  {
    key: "amount",
    header: "涉及资金（元）",
    align: "right",
    cell: (row) => yuanGrouped(row.amountFen),
  },
  {
    key: "share",
    header: "占项目资金",
    align: "right",
    cell: (row) => `${percent(row.shareBasisPoints)}%`,
  },
  {
    key: "elements",
    header: "变动的基本要素",
    className: "min-w-[9rem] whitespace-normal",
    cell: (row) => (row.elements.length === 0 ? "没有" : row.elements.join("、")),
  },
  { key: "kind", header: "办理方式", cell: (row) => ADJUSTMENT_KIND_LABELS[row.kind] },
  { key: "state", header: "状态", cell: (row) => <AdjustmentBadge state={row.state} /> },
];

export function AdjustmentBadge({ state }: { readonly state: AdjustmentState }) {
  return <StateBadge label={ADJUSTMENT_STATE_LABELS[state]} tone={TONES[state]} />;
}
