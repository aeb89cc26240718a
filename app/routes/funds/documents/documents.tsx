import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDocuments } from "~/data/funds/document-list-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { DOCUMENT_COLUMNS } from "./document-columns";

export const handle: PageHandle = {
  title: "文件",
  crumb: () => ({ label: "文件", to: "/documents" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "document.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const filter = {
    text: (search.get("text") ?? "").trim().slice(0, 60),
    year: (search.get("year") ?? "").trim().slice(0, 4),
    withVoid: search.get("state") === "all",
  };
  return {
    ...{ filter, size },
    page: await listDocuments(actor, filter, { cursor, size }),
    mayWrite: mayAnywhere(actor, "document.write", today),
  };
}

export default function Documents() {
  const { filter, size, page, mayWrite } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="文件"
        note="资金和规则所依据的文件，按发文单位、文号和日期登记；条款是概述，以原文为准。"
        actions={
          <>
            <ButtonLink to="/allocations">资金下达</ButtonLink>
            {mayWrite && (
              <ButtonLink to="/documents/new" variant="primary" icon="plus">
                登记文件
              </ButtonLink>
            )}
          </>
        }
      />
      <FilterBar label="筛选文件">
        <TextField
          name="text"
          label="文号、标题或发文单位"
          type="search"
          defaultValue={filter.text}
        />
        <TextField name="year" label="年份" inputMode="numeric" defaultValue={filter.year} />
        <SelectField
          name="state"
          label="状态"
          options={[{ value: "all", label: "全部（含已作废）" }]}
          emptyLabel="有效"
          defaultValue={filter.withVoid ? "all" : ""}
        />
      </FilterBar>
      <DataTable
        caption="文件"
        columns={DOCUMENT_COLUMNS}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/documents/${row.id}`}
        rowTone={(row) => (row.conflicts > 0 ? "warning" : "plain")}
        empty={
          <EmptyState title="没有符合条件的文件" icon="file">
            换一个文号或年份再查；新收到的文件由州市人社部门或协作办登记。
          </EmptyState>
        }
      />
      <Pager position={{ by: "key", before: page.before, after: page.after }} size={size} />
    </>
  );
}
