import type { PersonClaim } from "~/data/claims/person-claims-view.server";
import { yuanText } from "~/domain/shared/fen";
import { Card } from "~/ui/display/card";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

const COLUMNS: readonly Column<PersonClaim>[] = [
  { key: "claim", header: "补贴", cell: (row) => row.claim, isRowHeader: true },
  { key: "period", header: "起止日期", cell: (row) => `${row.periodFrom} 至 ${row.periodTo}` },
  { key: "amount", header: "金额", align: "right", cell: (row) => yuanText(row.amountFen) },
  { key: "state", header: "状态", cell: (row) => row.state },
];

/** What was claimed for the person, each opening its line with what the rules say of it. */
export function PersonClaims({ claims }: { readonly claims: readonly PersonClaim[] }) {
  return (
    <div id="claims">
      <Card title="补贴申领" note={`${claims.length} 笔`} flush>
        <DataTable
          caption="为此人申领的补贴"
          columns={COLUMNS}
          rows={claims}
          rowKey={(row) => row.id}
          rowHref={(row) => `/claims/${row.batchId}/lines/${row.id}`}
          empty={<p className="p-4 text-slate-600">您所辖地区没有为此人申领过补贴。</p>}
          tall={false}
        />
      </Card>
    </div>
  );
}
