import type { PotPage } from "~/data/funds/pot-view.server";
import { yuanGrouped } from "~/domain/shared/fen";
import { Badge, StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { disbursementText, neverCame, outstandingText } from "./clock-text";

type ReceiptLine = PotPage["receipts"][number];

const COLUMNS: readonly Column<ReceiptLine>[] = [
  { key: "receivedOn", header: "到账日期", isRowHeader: true, cell: (row) => row.receivedOn },
  {
    key: "from",
    header: "拨款单位",
    className: "min-w-[9rem] whitespace-normal",
    cell: (row) => row.fromUnit,
  },
  {
    key: "amount",
    header: "金额（元）",
    align: "right",
    cell: (row) => yuanGrouped(row.amountFen),
  },
  { key: "letter", header: "接函日期", cell: (row) => row.letterReceivedOn ?? "未登记" },
  {
    key: "clock",
    header: "拨付期限",
    className: "min-w-[11rem] whitespace-normal",
    cell: clockOf,
  },
  {
    key: "left",
    header: "未支出（元）",
    align: "right",
    cell: (row) => (row.lying === null ? "—" : yuanGrouped(row.lying.leftFen)),
  },
  { key: "lying", header: "滞留", cell: lyingOf },
  { key: "voucher", header: "凭证号", cell: (row) => row.voucherNo },
];

interface ReceiptsCardProps {
  readonly page: Pick<PotPage, "receipts" | "outstanding" | "carriedOutFen">;
  readonly isClosed: boolean;
}

/** What came, whether in time, and what of it still lies there: what came first is taken to be spent first. */
export function ReceiptsCard({ page, isClosed }: ReceiptsCardProps) {
  const { receipts, outstanding, carriedOutFen } = page;
  const missing = isClosed ? neverCame(outstanding) : outstandingText(outstanding);
  const isOverdue = outstanding.kind === "overdue" && !isClosed;
  return (
    <div id="receipts" className="scroll-mt-4">
      <Card title="到账" note="先到账的先算支出；期限自接到函之日起按工作日计算" flush>
        {missing !== null && (
          <p className={`px-4 pt-3 ${isOverdue ? "text-amber-800" : ""}`}>{missing}</p>
        )}
        {carriedOutFen > 0 && (
          <p className="px-4 pt-3 text-slate-600">
            其中 {yuanGrouped(carriedOutFen)} 元已随结转转出，计入转入的项目，到账日期不变。
          </p>
        )}
        <DataTable
          caption="到账"
          columns={COLUMNS}
          rows={receipts}
          rowKey={(row) => row.id}
          rowHref={(row) => `/funds/${row.potId}/entries/receipt/${row.id}`}
          rowTone={(row) =>
            row.disbursement?.kind === "late" || row.lying?.isIdle === true ? "warning" : "plain"
          }
          tall={false}
          empty={<p className="p-4 text-slate-600">还没有登记到账。</p>}
        />
      </Card>
    </div>
  );
}

function clockOf({ disbursement, isVoided, isCarried }: ReceiptLine) {
  if (isCarried && !isVoided) return <Badge>结转转入，按原到账日期计算</Badge>;
  if (isVoided || disbursement === null) return <Badge>已作废，不计</Badge>;
  const text = disbursementText(disbursement);
  return disbursement.kind === "late" ? (
    <span className="text-amber-800">{text}</span>
  ) : (
    <span>{text}</span>
  );
}

function lyingOf({ lying }: ReceiptLine) {
  if (lying === null) return "—";
  return lying.isIdle ? (
    <StateBadge label={`滞留 ${lying.days} 天`} tone="warning" />
  ) : (
    `${lying.days} 天`
  );
}
