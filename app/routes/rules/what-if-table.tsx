import { Link } from "@remix-run/react";
import type { WhatIf } from "~/data/rules/what-if-view.server";
import { VERDICT_LABELS } from "~/domain/rules/rule";
import type { ChangedVerdict } from "~/domain/rules/what-if";
import { fen, yuanText } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { WhatIfTiles } from "./what-if-tiles";

type WhatIfLine = WhatIf["lines"][number];

const columnsOf = (leftName: string): readonly Column<WhatIfLine>[] => [
  { key: "no", header: "序号", align: "right", cell: ({ lineNo }) => lineNo },
  { key: "name", header: "姓名", isRowHeader: true, cell: ({ name }) => name },
  {
    key: "before",
    header: `${leftName}金额`,
    align: "right",
    cell: (row) => yuanText(row.amountBefore),
  },
  { key: "after", header: "试算金额", align: "right", cell: (row) => yuanText(row.amountAfter) },
  {
    key: "moved",
    header: "增减",
    align: "right",
    cell: (row) => signed(row.amountAfter - row.amountBefore),
  },
  {
    key: "changed",
    header: "结论变化",
    className: "whitespace-normal",
    cell: ({ changed }) =>
      changed.length === 0 ? "无" : changed.map((one) => <Changed key={one.rule} one={one} />),
  },
];

function Changed({ one }: { readonly one: ChangedVerdict }) {
  return (
    <span className="block">
      <Link to={`/rules/${one.rule}`} className="text-brand-700 underline">
        {one.title}
      </Link>
      ：{VERDICT_LABELS[one.before]} → {VERDICT_LABELS[one.after]}（{one.message}）
    </span>
  );
}

export const signed = (amount: number) => `${amount > 0 ? "+" : ""}${yuanText(fen(amount))}`;

/** What a pack would change in a batch: its sum, and the lines one by one. */
export function WhatIfTable({
  found,
  leftName,
}: {
  readonly found: WhatIf;
  /** What it is compared with. */
  readonly leftName: string;
}) {
  const { isApproved, lineCount, changedCount, totalBefore, totalAfter, lines } = found;
  return (
    <>
      {isApproved && (
        <Notice kind="info" title="已批准，不重新计价">
          这个批次已经批准，金额和结论按批准时的数值，不因规则包改变。
        </Notice>
      )}
      <WhatIfTiles {...{ leftName, lineCount, changedCount, totalBefore, totalAfter }} />
      <Card
        title={found.title}
        note={changedCount > lines.length ? `只列出前 ${lines.length} 条` : undefined}
        flush
      >
        <DataTable
          caption="有变化的明细"
          columns={columnsOf(leftName)}
          rows={lines}
          rowKey={({ lineId }) => lineId}
          empty={
            <EmptyState title="没有变化">执行这个规则包，本批次的结论和金额都不变。</EmptyState>
          }
        />
      </Card>
    </>
  );
}
