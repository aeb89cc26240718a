import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  listLabourBatches,
  type LabourBatchRow,
} from "~/data/employers/labour-batch-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker } from "~/ui/forms/region-picker";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { FigureLink } from "./employer-columns";
import { pageNumber } from "./page-number";

export const handle: PageHandle = {
  title: "劳务批次",
  crumb: () => ({ label: "劳务批次", to: "/labour-batches" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "placement.read", today);
  if (!mayAnywhere(actor, "placement.read", today)) throw forbidden();
  const { search, size } = readListAddress(request);
  const filter = {
    text: (search.get("text") ?? "").trim().slice(0, 60),
    county: search.get("county") ?? "",
  };
  const wanted = { page: pageNumber(search), size };
  return {
    ...(await listLabourBatches(actor, filter, wanted, today)),
    ...{ filter, size },
    counties: countyChoices(actor, "placement.read", today),
    mayCreate: mayAnywhere(actor, "placement.write", today),
  };
}

const COLUMNS: readonly Column<LabourBatchRow>[] = [
  { key: "name", header: "批次", isRowHeader: true, cell: (row) => row.name },
  { key: "county", header: "县（市、区）", cell: (row) => row.countyName },
  { key: "intermediary", header: "组织单位", cell: (row) => row.intermediaryName },
  { key: "day", header: "组织日期", align: "right", cell: (row) => row.organisedOn },
  { key: "workplace", header: "目的地", cell: (row) => row.workplaceName ?? "未定" },
  {
    key: "people",
    header: "台账行",
    align: "right",
    cell: ({ id, people }) => (
      <FigureLink
        value={people}
        to={`/labour-batches/${id}#people`}
        label={`本批次的台账 ${people} 行`}
      />
    ),
  },
];

export default function LabourBatches() {
  const { rows, total, page, pageCount, size, filter, counties, mayCreate } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="劳务批次"
        note="劳务中介机构一次组织输出的人为一批。"
        actions={
          mayCreate && (
            <ButtonLink to="/labour-batches/new" variant="primary" icon="plus">
              登记批次
            </ButtonLink>
          )
        }
      />
      <FilterBar label="筛选批次">
        <TextField name="text" label="批次或组织单位" type="search" defaultValue={filter.text} />
        {counties.length > 1 && (
          <RegionPicker
            name="county"
            label="县（市、区）"
            regions={counties}
            emptyLabel="全部"
            defaultValue={filter.county}
          />
        )}
      </FilterBar>
      <DataTable
        caption="劳务批次"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/labour-batches/${row.id}`}
        empty={
          <EmptyState title="没有符合条件的批次" icon="people">
            县级经办人先登记批次，再在转移就业台账里把人归入这一批。
          </EmptyState>
        }
      />
      <Pager position={{ by: "page", page, pageCount }} size={size} total={total} unit="批" />
    </>
  );
}
