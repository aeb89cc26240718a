import { Card } from "~/ui/display/card";
import { StateBadge } from "~/ui/display/badge";
import { EmptyState } from "~/ui/display/empty-state";
import { DataTable } from "~/ui/tables/data-table";
import type { Column } from "~/ui/tables/column";

interface HeldRole {
  readonly label: string;
  readonly region: string;
  readonly from: string;
  readonly to: string | null;
  readonly isInForce: boolean;
}

const COLUMNS: readonly Column<HeldRole>[] = [
  { key: "label", header: "角色", cell: (held) => held.label, isRowHeader: true },
  { key: "region", header: "地区", cell: (held) => held.region },
  { key: "from", header: "起始日", cell: (held) => held.from, className: "tabular-nums" },
  { key: "to", header: "截止日", cell: (held) => held.to ?? "长期", className: "tabular-nums" },
  {
    key: "state",
    header: "状态",
    cell: (held) => (
      <StateBadge
        label={held.isInForce ? "生效中" : "不在有效期"}
        tone={held.isInForce ? "success" : "neutral"}
      />
    ),
  },
];

export function AccountRoles({ roles }: { readonly roles: readonly HeldRole[] }) {
  return (
    <Card title="我的角色" note="由系统管理员按地区和期限授予" flush>
      <DataTable
        caption="各角色的地区和期限"
        columns={COLUMNS}
        rows={roles}
        rowKey={(held) => `${held.label} ${held.region} ${held.from}`}
        tall={false}
        empty={
          <EmptyState title="还没有角色" icon="users">
            请联系本单位的系统管理员授予角色，之后刷新本页即可办理业务。
          </EmptyState>
        }
      />
    </Card>
  );
}
