import type { LedgerRow } from "~/data/placements/ledger-row-view.server";
import { NOT_COUNTED_LABELS } from "~/domain/placements/counting";
import { DESTINATION_LABELS } from "~/domain/placements/destination";
import { FORM_LABELS, WORKER_GROUP_LABELS } from "~/domain/placements/placement";
import { Badge, StateBadge } from "~/ui/display/badge";
import type { Column } from "~/ui/tables/column";
import { PlacementStateBadge } from "./placement-frame";

export const LEDGER_COLUMNS: readonly Column<LedgerRow>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: (row) => <Name row={row} /> },
  // Second, so that a phone shows it beside the name.
  { key: "counted", header: "计入进度", cell: (row) => <Counted row={row} /> },
  { key: "number", header: "证件号码", cell: (row) => row.maskedId },
  { key: "employer", header: "用人单位", cell: (row) => row.employerName },
  { key: "destination", header: "去向", cell: (row) => DESTINATION_LABELS[row.destination] },
  { key: "startedOn", header: "上岗", align: "right", cell: (row) => row.startedOn },
  { key: "endedOn", header: "离岗", align: "right", cell: (row) => row.endedOn ?? "" },
  { key: "state", header: "状态", cell: (row) => <PlacementStateBadge {...row} /> },
  { key: "workplace", header: "就业地", cell: (row) => row.workplace },
  { key: "form", header: "就业形式", cell: (row) => FORM_LABELS[row.form] },
  {
    key: "county",
    header: "户籍",
    cell: (row) => `${row.countyName}${row.township === "" ? "" : ` ${row.township}`}`,
  },
];

/** Whom the documents count apart bears his group; of most there is nothing to say. */
function Name({ row: { name, workerGroup } }: { readonly row: LedgerRow }) {
  if (workerGroup === null || workerGroup === "GENERAL") return name;
  return (
    <>
      {name} <Badge tone="info">{WORKER_GROUP_LABELS[workerGroup]}</Badge>
    </>
  );
}

/** The first reason stands for the others; the line's page lists them all. */
function Counted({ row }: { readonly row: LedgerRow }) {
  const [first] = row.notCounted;
  if (first === undefined) return <StateBadge label="已计入" tone="success" />;
  const label = row.notCounted.map((reason) => SHORT[reason]).join("、");
  return (
    <span title={NOT_COUNTED_LABELS[first]}>
      <StateBadge label={label} tone={row.isRemoved ? "neutral" : "warning"} />
    </span>
  );
}

const SHORT: Readonly<Record<LedgerRow["notCounted"][number], string>> = {
  REMOVED: "已移出",
  STARTS_LATER: "未到上岗日",
  NOT_VERIFIED: "未查验",
  NOT_REGISTERED: "不在建档立卡",
  NO_EVIDENCE: "无佐证",
};
