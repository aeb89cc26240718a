import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "./require-administrator.server";
import { listOrganisations, type OrganisationRow } from "~/data/access/organisations-view.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";

export const handle: PageHandle = {
  title: "单位",
  crumb: () => ({ label: "单位", to: "/organisations" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor } = await requireAdministrator(request, "organisation.manage");
  return { organisations: await listOrganisations(actor) };
}

const COLUMNS: readonly Column<OrganisationRow>[] = [
  { key: "name", header: "单位名称", cell: (row) => row.name, isRowHeader: true },
  { key: "kind", header: "类别", cell: (row) => row.kindLabel },
  { key: "region", header: "地区", cell: (row) => `${row.region}（${row.regionCode}）` },
  { key: "users", header: "用户数", cell: (row) => `${row.userCount} 人`, align: "right" },
];

export default function Organisations() {
  const { organisations } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="单位"
        note={`共 ${organisations.length} 个单位`}
        actions={
          <ButtonLink to="/organisations/new" variant="primary" icon="plus">
            新增单位
          </ButtonLink>
        }
      />
      <DataTable
        caption="所辖地区的单位"
        columns={COLUMNS}
        rows={organisations}
        rowKey={(row) => row.id}
        rowHref={(row) => `/organisations/${row.id}`}
        empty={
          <EmptyState title="还没有单位" icon="settings">
            先新增单位，再在单位下新增用户。
          </EmptyState>
        }
      />
    </>
  );
}
