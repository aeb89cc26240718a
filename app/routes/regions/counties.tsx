import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCounties, type CountyLine } from "~/data/regions/region-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { COUNTY_FLAG_LABELS } from "~/domain/regions/county-flag";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { Badge } from "~/ui/display/badge";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";

export const handle: PageHandle = {
  title: "乡镇和行政村",
  crumb: () => ({ label: "乡镇和行政村", to: "/regions" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  if (!mayAnywhere(actor, "region.read", today)) throw forbidden();
  const counties = await listCounties(narrowedTo(actor, "region.read", today), today);
  return { today, counties, mayWrite: mayAnywhere(actor, "region.write", today) };
}

const COLUMNS: readonly Column<CountyLine>[] = [
  { key: "name", header: "县（市、区）", cell: (row) => row.name, isRowHeader: true },
  { key: "code", header: "代码", cell: (row) => <code>{row.code}</code> },
  { key: "districts", header: "结对区", cell: (row) => row.districts.join("、") || "—" },
  {
    key: "flags",
    header: "标识",
    cell: (row) =>
      row.flags.length === 0 ? (
        "—"
      ) : (
        <span className="flex flex-wrap gap-1">
          {row.flags.map((flag) => (
            <Badge key={flag} tone="info">
              {COUNTY_FLAG_LABELS[flag]}
            </Badge>
          ))}
        </span>
      ),
  },
  { key: "townships", header: "乡镇", align: "right", cell: (row) => row.townships },
  { key: "villages", header: "行政村", align: "right", cell: (row) => row.villages },
];

export default function Counties() {
  const { counties, today, mayWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="乡镇和行政村"
        note={`结对区和标识以 ${today} 为准；点开可看历次起止${mayWrite ? "，录入乡镇和行政村" : "、乡镇和行政村"}。`}
      />
      <DataTable
        caption="您所辖的县（市、区）"
        columns={COLUMNS}
        rows={counties}
        rowKey={(row) => row.code}
        rowHref={(row) => `/regions/${row.code}`}
        empty={<EmptyState title="您的角色没有所辖的县" icon="region" />}
      />
    </>
  );
}
