import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { listWorkshops } from "~/data/employers/workshop-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { WORKSHOP_STATE_LABELS, WORKSHOP_STATES } from "~/domain/employers/workshop";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import { FilterBar } from "~/ui/forms/filter-bar";
import { RegionPicker } from "~/ui/forms/region-picker";
import { SelectField } from "~/ui/forms/select-field";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { WORKSHOP_COLUMNS } from "./workshop-columns";

export const handle: PageHandle = {
  title: "扶贫车间",
  crumb: () => ({ label: "扶贫车间", to: "/workshops" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "placement.read", today);
  if (!mayAnywhere(actor, "placement.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const filter = {
    county: search.get("county") ?? "",
    state: WORKSHOP_STATES.find((state) => state === search.get("state")) ?? null,
    name: (search.get("name") ?? "").trim().slice(0, 60),
  };
  return {
    page: await listWorkshops(actor, filter, today, { size, cursor }),
    size,
    counties: countyChoices(actor, "placement.read", today),
    mayCreate: mayAnywhere(actor, "workshop.write", today),
  };
}

export default function Workshops() {
  const loaded = useLoaderData<typeof loader>();
  const { page, size, mayCreate } = loaded;
  return (
    <>
      <PageHeader
        title="扶贫车间"
        note="有认定文件、在有效期内的才显示为“已认定”。"
        actions={
          mayCreate && (
            <ButtonLink to="/workshops/new" variant="primary" icon="plus">
              登记扶贫车间
            </ButtonLink>
          )
        }
      />
      <Filters loaded={loaded} />
      <DataTable
        caption="扶贫车间"
        columns={WORKSHOP_COLUMNS}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/workshops/${row.id}`}
        rowTone={(row) => (row.isWorkingOn ? "danger" : "plain")}
        empty={
          <EmptyState title="没有符合条件的扶贫车间" icon="placement">
            扶贫车间由县级经办人按认定文件登记，并上传认定文件。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "key", before: page.before, after: page.after }}
        size={size}
        unit="个"
      />
    </>
  );
}

function Filters({ loaded }: { readonly loaded: SerializeFrom<typeof loader> }) {
  const [search] = useSearchParams();
  const given = (name: string) => search.get(name) ?? "";
  return (
    <FilterBar label="筛选扶贫车间">
      <TextField name="name" label="车间或单位名称" type="search" defaultValue={given("name")} />
      {loaded.counties.length > 1 && (
        <RegionPicker
          name="county"
          label="县（市、区）"
          regions={loaded.counties}
          emptyLabel="全部"
          defaultValue={given("county")}
        />
      )}
      <SelectField
        name="state"
        label="认定状态"
        options={WORKSHOP_STATES.map((value) => ({ value, label: WORKSHOP_STATE_LABELS[value] }))}
        emptyLabel="全部"
        defaultValue={given("state")}
      />
    </FilterBar>
  );
}
