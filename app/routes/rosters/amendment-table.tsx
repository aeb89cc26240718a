import type { AmendmentLine } from "~/data/evidence/amendment-view.server";
import {
  AMENDMENT_STATE_LABELS,
  AMENDMENT_SUBJECT_LABELS,
  type AmendmentState,
} from "~/domain/rosters/amendment";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import type { Tone } from "~/ui/tone";

const TONES: Readonly<Record<AmendmentState, Tone>> = {
  proposed: "warning",
  approved: "success",
  refused: "neutral",
};

export function AmendmentStateBadge({ state }: { readonly state: AmendmentState }) {
  return <StateBadge label={AMENDMENT_STATE_LABELS[state]} tone={TONES[state]} />;
}

const COLUMNS: readonly Column<AmendmentLine>[] = [
  { key: "number", header: "更正", cell: ({ number }) => `第 ${number} 项`, isRowHeader: true },
  {
    key: "line",
    header: "学员",
    cell: ({ lineNo, name }) => (lineNo === null ? "全册" : `第 ${lineNo} 号 ${name}`),
  },
  { key: "subject", header: "内容", cell: ({ subject }) => AMENDMENT_SUBJECT_LABELS[subject] },
  { key: "before", header: "封存时", cell: ({ before }) => before || "未填" },
  { key: "after", header: "更正为", cell: ({ after }) => after },
  { key: "state", header: "状态", cell: ({ state }) => <AmendmentStateBadge state={state} /> },
  {
    key: "proposed",
    header: "提出",
    cell: ({ proposedByName, proposedAt }) => `${proposedByName} ${chinaMinute(proposedAt)}`,
  },
];

export function AmendmentTable(props: {
  readonly rosterId: string;
  readonly amendments: readonly AmendmentLine[];
}) {
  return (
    <Card title="封存后更正" note={`${props.amendments.length} 项`} flush>
      <DataTable
        caption="封存后更正"
        columns={COLUMNS}
        rows={props.amendments}
        rowKey={({ number }) => String(number)}
        rowHref={({ number }) => `/rosters/${props.rosterId}/amendments/${number}`}
        empty={<EmptyState title="没有更正">封存的内容没有提出过更正。</EmptyState>}
        tall={false}
      />
    </Card>
  );
}
