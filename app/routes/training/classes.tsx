import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { listClasses } from "~/data/training/class-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { FILING_STATE_LABELS, type FilingState } from "~/domain/training/filing";
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
import { CLASS_COLUMNS } from "./class-columns";

export const handle: PageHandle = {
  title: "培训班",
  crumb: () => ({ label: "培训班", to: "/classes" }),
};

const FIRST_YEAR = 2018;
const FILING_STATES = Object.keys(FILING_STATE_LABELS) as readonly FilingState[];
const FILING_OPTIONS = FILING_STATES.map((value) => ({ value, label: FILING_STATE_LABELS[value] }));

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "class.read", today);
  if (!mayAnywhere(actor, "class.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const year = /^\d{4}$/.test(search.get("year") ?? "") ? Number(search.get("year")) : null;
  const filter = {
    county: search.get("county") ?? "",
    year,
    filing: FILING_STATES.find((state) => state === search.get("filing")) ?? null,
    name: (search.get("name") ?? "").trim(),
  };
  const lastYear = Number(today.slice(0, 4)) + 1;
  return {
    page: await listClasses(actor, filter, size, cursor),
    size,
    counties: countyChoices(actor, "class.read", today),
    years: Array.from({ length: lastYear - FIRST_YEAR + 1 }, (_, back) => String(lastYear - back)),
    mayCreate: mayAnywhere(actor, "class.write", today),
  };
}

export default function Classes() {
  const loaded = useLoaderData<typeof loader>();
  const { page, size, mayCreate } = loaded;
  return (
    <>
      <PageHeader
        title="培训班"
        actions={
          mayCreate && (
            <ButtonLink to="/classes/new" variant="primary" icon="plus">
              登记培训班
            </ButtonLink>
          )
        }
      />
      <Filters loaded={loaded} />
      <DataTable
        caption="培训班"
        columns={CLASS_COLUMNS}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/classes/${row.id}`}
        empty={
          <EmptyState title="没有符合条件的培训班" icon="training">
            培训班由县级经办人登记，登记后即可导入花名册。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "key", before: page.before, after: page.after }}
        size={size}
        unit="个班"
      />
    </>
  );
}

function Filters({ loaded }: { readonly loaded: SerializeFrom<typeof loader> }) {
  const [search] = useSearchParams();
  const given = (name: string) => search.get(name) ?? "";
  const years = loaded.years.map((year) => ({ value: year, label: `${year} 年` }));
  const { counties } = loaded;
  return (
    <FilterBar label="筛选培训班">
      <TextField name="name" label="培训班名称" type="search" defaultValue={given("name")} />
      {counties.length > 1 && (
        <RegionPicker
          name="county"
          label="县（市、区）"
          regions={counties}
          emptyLabel="全部"
          defaultValue={given("county")}
        />
      )}
      <SelectField
        name="year"
        label="开班年度"
        options={years}
        emptyLabel="全部"
        defaultValue={given("year")}
      />
      <SelectField
        name="filing"
        label="开班备案"
        options={FILING_OPTIONS}
        emptyLabel="全部"
        defaultValue={given("filing")}
      />
    </FilterBar>
  );
}
