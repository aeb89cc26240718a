import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listEmployers } from "~/data/employers/employer-list-view.server";
import { workplaceGroups } from "~/data/employers/workplace-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { CheckboxField } from "~/ui/forms/choice-fields";
import { FilterBar } from "~/ui/forms/filter-bar";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { EMPLOYER_COLUMNS } from "./employer-columns";
import { KIND_OPTIONS } from "./employer-fields";

export const handle: PageHandle = {
  title: "用人单位",
  crumb: () => ({ label: "用人单位", to: "/employers" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "employer.read", today);
  if (!mayAnywhere(actor, "employer.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const filter = {
    text: (search.get("text") ?? "").trim().slice(0, 60),
    kind: search.get("kind") ?? "",
    region: search.get("region") ?? "",
    onlyAtWork: search.get("atWork") === "1",
  };
  return {
    ...(await listEmployers(actor, filter, { on: today, cursor, size })),
    ...{ filter, size },
    regions: workplaceGroups(actor.counties),
    mayCreate: mayAnywhere(actor, "employer.write", today),
  };
}

export default function Employers() {
  const { rows, before, after, size, filter, regions, mayCreate } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="用人单位"
        note="全系统共用一份，按统一社会信用代码归并；在岗人数只计您地区范围内的人；没有信用代码的家庭或个人雇主，只在登记地和有本地人员就业的地区显示。"
        actions={
          mayCreate && (
            <ButtonLink to="/employers/new" variant="primary" icon="plus">
              登记用人单位
            </ButtonLink>
          )
        }
      />
      <FilterBar label="筛选用人单位">
        <TextField name="text" label="名称或信用代码" type="search" defaultValue={filter.text} />
        <SelectField
          name="kind"
          label="单位类型"
          options={KIND_OPTIONS}
          emptyLabel="全部"
          defaultValue={filter.kind}
        />
        <SelectField
          name="region"
          label="登记机关所在地"
          options={regions}
          emptyLabel="全部"
          defaultValue={filter.region}
        />
        <CheckboxField
          name="atWork"
          label="只看有在岗人员的"
          value="1"
          defaultChecked={filter.onlyAtWork}
        />
      </FilterBar>
      <DataTable
        caption="用人单位"
        columns={EMPLOYER_COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/employers/${row.id}`}
        empty={
          <EmptyState title="没有符合条件的用人单位" icon="search">
            导入转移就业台账时，台账上的单位会自动登记；也可以由县级经办人或结对区逐家登记。
          </EmptyState>
        }
      />
      <Pager position={{ by: "key", before, after }} size={size} unit="家" />
    </>
  );
}
