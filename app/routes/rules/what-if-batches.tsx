import { Link } from "@remix-run/react";
import type { WhatIf } from "~/data/rules/what-if-view.server";
import { fen, yuanText } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { signed } from "./what-if-table";

type TriedBatch = WhatIf & { readonly batchId: string };

interface WhatIfBatchesProps {
  readonly found: readonly TriedBatch[];
  readonly leftName: string;
  readonly againstId: string;
}

/** What a pack would change in every open batch, each opening its lines. */
export function WhatIfBatches({ found, leftName, againstId }: WhatIfBatchesProps) {
  const sum = (of: (one: TriedBatch) => number) => found.reduce((total, one) => total + of(one), 0);
  const [before, after] = [sum((one) => one.totalBefore), sum((one) => one.totalAfter)];
  return (
    <>
      <StatTiles>
        <StatTile label="明细" value={String(sum((one) => one.lineCount))} unit="条" />
        <StatTile
          label="结论或金额有变化"
          value={String(sum((one) => one.changedCount))}
          unit="条"
        />
        <StatTile
          label={`${leftName}合计`}
          value={yuanText(fen(before)).replace(" 元", "")}
          unit="元"
        />
        <StatTile label="试算合计" value={yuanText(fen(after)).replace(" 元", "")} unit="元" />
      </StatTiles>
      <Card title="未批准的批次" flush>
        <DataTable
          caption="未批准的批次"
          columns={columnsOf(leftName, againstId)}
          rows={found}
          rowKey={({ batchId }) => batchId}
          empty={null}
        />
      </Card>
    </>
  );
}

function columnsOf(leftName: string, againstId: string): readonly Column<TriedBatch>[] {
  return [
    {
      key: "batch",
      header: "批次",
      isRowHeader: true,
      className: "whitespace-normal",
      cell: ({ batchId, title }) => (
        <Link
          to={`?${new URLSearchParams({ against: againstId, batch: batchId }).toString()}`}
          className="text-brand-700 underline"
        >
          {title}
        </Link>
      ),
    },
    { key: "lines", header: "明细", align: "right", cell: ({ lineCount }) => lineCount },
    { key: "changed", header: "有变化", align: "right", cell: ({ changedCount }) => changedCount },
    {
      key: "before",
      header: `${leftName}合计`,
      align: "right",
      cell: ({ totalBefore }) => yuanText(totalBefore),
    },
    {
      key: "after",
      header: "试算合计",
      align: "right",
      cell: ({ totalAfter }) => yuanText(totalAfter),
    },
    {
      key: "moved",
      header: "增减",
      align: "right",
      cell: (one) => signed(one.totalAfter - one.totalBefore),
    },
  ];
}
