import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { listProviders, type ProviderRow } from "~/data/training/provider-list-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { StateBadge } from "~/ui/display/badge";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ProviderFilters } from "./provider-filters";

export const handle: PageHandle = {
  title: "培训机构",
  crumb: () => ({ label: "培训机构", to: "/providers" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "provider.read", today);
  if (!mayAnywhere(actor, "provider.read", today)) throw forbidden();
  const { search, size } = readListAddress(request);
  const filter = {
    text: (search.get("text") ?? "").trim(),
    county: search.get("county") ?? "",
    trade: (search.get("trade") ?? "").trim(),
    onlySuspended: search.get("suspended") === "1",
    page: Math.min(10_000, Math.max(1, Math.trunc(Number(search.get("page"))) || 1)),
    size,
  };
  return {
    ...(await listProviders(actor, filter, today)),
    filter,
    counties: countyChoices(actor, "provider.read", today),
    mayCreate: mayAnywhere(actor, "provider.write", today),
  };
}

const COLUMNS: readonly Column<ProviderRow>[] = [
  { key: "name", header: "机构", isRowHeader: true, cell: (row) => row.name },
  { key: "county", header: "县（市、区）", cell: (row) => row.countyName },
  { key: "code", header: "统一社会信用代码", cell: (row) => row.creditCode },
  {
    key: "trades",
    header: "可培训工种",
    cell: (row) => row.trades.join("、"),
    className: "min-w-[12rem] whitespace-normal",
  },
  { key: "licence", header: "许可证至", align: "right", cell: (row) => row.licenceTo ?? "未填" },
  { key: "classes", header: "承训班数", align: "right", cell: (row) => row.classCount },
  {
    key: "state",
    header: "状态",
    cell: (row) =>
      row.isSuspended ? (
        <StateBadge label="暂停承训" tone="warning" />
      ) : (
        <StateBadge label="正常" tone="success" />
      ),
  },
];

export default function Providers() {
  const loaded = useLoaderData<typeof loader>();
  const { rows, total, filter, mayCreate } = loaded;
  return (
    <>
      <PageHeader
        title="培训机构"
        actions={
          mayCreate && (
            <ButtonLink to="/providers/new" variant="primary" icon="plus">
              登记培训机构
            </ButtonLink>
          )
        }
      />
      <ProviderFilters loaded={loaded} />
      <DataTable
        caption="培训机构"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/providers/${row.id}`}
        empty={
          <EmptyState title="没有符合条件的培训机构" icon="training">
            培训机构由县级经办人登记，培训班备案时选定。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "page", page: filter.page, pageCount: Math.ceil(total / filter.size) }}
        size={filter.size}
        total={total}
        unit="家"
      />
    </>
  );
}
