import { Link } from "@remix-run/react";
import type { WhatIf } from "~/data/rules/what-if-view.server";
import { fen, yuanText } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { signed } from "./what-if-table";
import { WhatIfTiles } from "./what-if-tiles";

type TriedBatch = WhatIf & { readonly batchId: string };

interface WhatIfBatchesProps {
  readonly found: readonly TriedBatch[];
  readonly leftName: string;
  readonly againstId: string;
}

/** What a pack would change in every open batch, each opening its lines. */
export function WhatIfBatches({ found, leftName, againstId }: WhatIfBatchesProps) {
  const sum = (of: (one: TriedBatch) => number) => found.reduce((total, one) => total + of(one), 0);
  return (
    <>
      <WhatIfTiles
        leftName={leftName}
        lineCount={sum((one) => one.lineCount)}
        changedCount={sum((one) => one.changedCount)}
        totalBefore={fen(sum((one) => one.totalBefore))}
        totalAfter={fen(sum((one) => one.totalAfter))}
      />
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
