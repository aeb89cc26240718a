import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAdministrator } from "./require-administrator.server";
import { USER_COLUMNS, USER_STATE_LABELS } from "./user-columns";
import { listOrganisations } from "~/data/access/organisations-view.server";
import { listUsers } from "~/data/access/users-view.server";
import { toUserState, USER_STATES } from "~/domain/access/user-state";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { PAGE_SIZES, Pager } from "~/ui/tables/pager";

export const handle: PageHandle = {
  title: "用户和角色",
  crumb: () => ({ label: "用户和角色", to: "/users" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, now, today } = await requireAdministrator(request, "user.manage");
  const { searchParams } = new URL(request.url);
  const filter = {
    text: (searchParams.get("text") ?? "").trim(),
    organisationId: searchParams.get("organisation"),
    state: toUserState(searchParams.get("state")),
    page: Math.max(1, Math.trunc(Number(searchParams.get("page"))) || 1),
    size: PAGE_SIZES.find((size) => String(size) === searchParams.get("size")) ?? PAGE_SIZES[0],
  };
  const organisations = await listOrganisations(actor);
  const { rows, total } = await listUsers(actor, filter, now, today);
  return { rows, total, filter, organisations };
}

const STATE_OPTIONS = USER_STATES.map((value) => ({ value, label: USER_STATE_LABELS[value] }));

export default function Users() {
  const { rows, total, filter, organisations } = useLoaderData<typeof loader>();
  const organisationOptions = organisations.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <PageHeader
        title="用户和角色"
        note="每月核对一次：停用离岗人员，收回到期角色，清理长期未登录的账号"
        actions={
          <ButtonLink to="/users/new" variant="primary" icon="plus">
            新增用户
          </ButtonLink>
        }
      />
      <FilterBar>
        <TextField name="text" label="姓名或账号" type="search" defaultValue={filter.text} />
        <SelectField
          name="organisation"
          label="单位"
          options={organisationOptions}
          emptyLabel="全部单位"
          defaultValue={filter.organisationId ?? ""}
        />
        <SelectField
          name="state"
          label="状态"
          options={STATE_OPTIONS}
          emptyLabel="全部状态"
          defaultValue={filter.state ?? ""}
        />
      </FilterBar>
      <DataTable
        caption="所辖单位的用户"
        columns={USER_COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/users/${row.id}`}
        rowTone={(row) => (row.isUnused && !row.isDisabled ? "warning" : "plain")}
        empty={
          <EmptyState title="没有符合条件的用户" icon="users">
            换个条件再查，或新增用户。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "page", page: filter.page, pageCount: Math.ceil(total / filter.size) }}
        size={filter.size}
        total={total}
        unit="人"
      />
    </>
  );
}
