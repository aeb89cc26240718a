import type { SerializeFrom } from "@remix-run/node";
import { Link } from "@remix-run/react";
import type { BatchEntry } from "~/data/evidence/verification-batches-view.server";
import { VERIFICATION_EVENT_LABELS } from "~/domain/evidence/verification-event";
import { Badge } from "~/ui/display/badge";
import { chinaMinute } from "~/ui/frame/frame-data";
import type { Column } from "~/ui/tables/column";

type Row = SerializeFrom<BatchEntry>;

export function batchColumns(at: string): readonly Column<Row>[] {
  return [
    {
      key: "event",
      header: "名单",
      isRowHeader: true,
      cell: ({ id, event, eventOn }) => (
        <Link to={`${at}/${id}`} className="text-brand-600 hover:underline">
          {`${VERIFICATION_EVENT_LABELS[event]}（${eventOn}）`}
        </Link>
      ),
    },
    { key: "lineCount", header: "人数", align: "right", cell: ({ lineCount }) => lineCount },
    {
      key: "exported",
      header: "导出",
      cell: ({ exportedByName, exportedAt }) => `${exportedByName} ${chinaMinute(exportedAt)}`,
    },
    { key: "state", header: "结果", cell: (row) => <BatchState batch={row} /> },
    { key: "verifiedOn", header: "平台查验日期", cell: ({ verifiedOn }) => verifiedOn ?? "–" },
  ];
}

export function BatchState({ batch }: { readonly batch: Row }) {
  const { found = 0, notFound = 0 } = batch.counts;
  return (
    <>
      {batch.isAnswered ? (
        <Badge tone={notFound > 0 ? "warning" : "success"}>
          {`查到 ${found} 人，查无 ${notFound} 人`}
        </Badge>
      ) : (
        <Badge tone="info">待导入结果</Badge>
      )}{" "}
      {batch.isMoved && <Badge tone="warning">非当日</Badge>}
    </>
  );
}
