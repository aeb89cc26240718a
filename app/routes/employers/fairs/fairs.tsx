import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listFairs } from "~/data/employers/fair-list-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { FAIR_MODE_LABELS, type FairMode } from "~/domain/employers/job-fair";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { yearIn, yearOptions } from "../years";
import { FAIR_COLUMNS } from "./fair-columns";
import { FairFilters } from "./fair-filters";

export const handle: PageHandle = {
  title: "专场招聘会",
  crumb: () => ({ label: "专场招聘会", to: "/job-fairs" }),
};

const MODES = Object.keys(FAIR_MODE_LABELS) as readonly FairMode[];

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "placement.read", today);
  if (!mayAnywhere(actor, "placement.read", today)) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const filter = {
    county: search.get("county") ?? "",
    year: yearIn(search),
    mode: MODES.find((mode) => mode === search.get("mode")) ?? null,
    onlyLacking: search.get("lacking") === "1",
  };
  return {
    page: await listFairs(actor, filter, today, { size, cursor }),
    size,
    counties: countyChoices(actor, "placement.read", today),
    years: yearOptions(today),
    mayCreate: mayAnywhere(actor, "jobFair.write", today),
  };
}

export default function JobFairs() {
  const loaded = useLoaderData<typeof loader>();
  const { page, size, mayCreate } = loaded;
  return (
    <>
      <PageHeader
        title="专场招聘会"
        note="已举办、有参加人员、有佐证材料的，才计入“每个结对县至少一次”的目标。"
        actions={
          mayCreate && (
            <ButtonLink to="/job-fairs/new" variant="primary" icon="plus">
              登记招聘会
            </ButtonLink>
          )
        }
      />
      <FairFilters loaded={loaded} />
      <DataTable
        caption="专场招聘会"
        columns={FAIR_COLUMNS}
        rows={page.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/job-fairs/${row.id}`}
        empty={
          <EmptyState title="没有符合条件的招聘会" icon="people">
            招聘会由县级经办人登记，再登记参会单位、参加人员和结果，上传照片或公告。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "key", before: page.before, after: page.after }}
        size={size}
        unit="场"
      />
    </>
  );
}
