import type { Holder, QuotaPage } from "~/data/posts/quota-view.server";
import { HOLDER_GROUPS, type HolderGroup } from "~/domain/posts/quota";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Tabs } from "~/ui/display/tabs";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { AppointmentBadge } from "./appointment-frame";

const COLUMNS: readonly Column<Holder>[] = [
  { key: "name", header: "姓名", isRowHeader: true, cell: ({ name }) => name },
  { key: "village", header: "行政村", cell: ({ village }) => village },
  { key: "startsOn", header: "上岗", align: "right", cell: ({ startsOn }) => startsOn },
  { key: "endsOn", header: "任期截止", align: "right", cell: ({ endsOn }) => endsOn },
  { key: "leftOn", header: "退岗", align: "right", cell: ({ leftOn }) => leftOn ?? "" },
  { key: "state", header: "状态", cell: (row) => <AppointmentBadge {...row} /> },
];

interface QuotaHoldersProps {
  readonly quota: Pick<QuotaPage, "id" | "counts" | "holders">;
  readonly group: HolderGroup;
}

/** Who holds, or is to hold, a post of the quota. */
export function QuotaHolders({ quota, group }: QuotaHoldersProps) {
  const groups = Object.keys(HOLDER_GROUPS) as readonly HolderGroup[];
  return (
    <Card title="人员">
      <Tabs
        label="人员分组"
        tabs={groups.map((one) => ({
          to: `/posts/quotas/${quota.id}?group=${one}`,
          label: HOLDER_GROUPS[one],
          count: quota.counts[one],
          current: one === group,
        }))}
      />
      <DataTable
        caption={`${HOLDER_GROUPS[group]}人员`}
        columns={COLUMNS}
        rows={quota.holders}
        rowKey={(row) => row.id}
        rowHref={(row) => `/posts/appointments/${row.id}`}
        tall={false}
        empty={
          <EmptyState title="没有人员" icon="people">
            县级经办人在本指标下登记拟聘人员，公示结束后由审核人确认聘用。
          </EmptyState>
        }
      />
    </Card>
  );
}
