import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listWageSheets } from "~/data/posts/wage-sheet-list-view.server";
import { countiesReadWhole } from "~/data/posts/unsettled-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { mayAnywhere, narrowedTo } from "~/domain/access/policy";
import { monthChoices, writtenMonth } from "~/domain/posts/month-address";
import { WAGE_SHEET_STATE_LABELS, type WageSheetState } from "~/domain/posts/wage";
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
import { WAGE_SHEET_COLUMNS } from "./wage-sheet-columns";
import { WageSheetFilters } from "./wage-sheet-filters";

export const handle: PageHandle = {
  title: "岗位工资表",
  crumb: () => ({ label: "岗位工资表", to: "/wage-sheets" }),
};

const STATES = Object.keys(WAGE_SHEET_STATE_LABELS) as readonly WageSheetState[];
export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = narrowedTo(await requireActor(request), "post.read", today);
  if (!mayAnywhere(actor, "post.read", today)) throw forbidden();
  const { search, size } = readListAddress(request);
  const page = Math.max(1, Math.floor(Number(search.get("page") ?? 1)) || 1);
  const asked = search.get("state");
  const known = STATES.find((one) => one === asked);
  const filter = {
    month: writtenMonth(search.get("month")),
    county: search.get("county") ?? "",
    state: asked === "removed" ? asked : (known ?? "standing"),
  } as const;
  return {
    ...{ page, size },
    ...(await listWageSheets(actor, filter, { page, size, on: today })),
    counties: countyChoices(actor, "post.read", today),
    months: monthChoices(today),
    mayWrite: mayAnywhere(actor, "wage.write", today),
    readsWhole: countiesReadWhole(actor, today).length > 0,
  };
}

export default function WageSheets() {
  const { rows, total, page, size, counties, months, mayWrite, readsWhole } =
    useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        title="岗位工资表"
        note="按月由考勤生成，审核后代发、签收，付清签齐后锁定"
        actions={
          <>
            {readsWhole && <ButtonLink to="/wage-sheets/unsettled">未结清的更正</ButtonLink>}
            {mayWrite && (
              <ButtonLink to="/wage-sheets/new" variant="primary" icon="plus">
                编制工资表
              </ButtonLink>
            )}
          </>
        }
      />
      <WageSheetFilters counties={counties} months={months} />
      <DataTable
        caption="岗位工资表"
        columns={WAGE_SHEET_COLUMNS}
        rows={rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/wage-sheets/${row.id}`}
        rowTone={(row) => (row.failed > 0 ? "warning" : "plain")}
        empty={
          <EmptyState title="没有符合条件的工资表" icon="funds">
            县级经办人登记完当月考勤后编制；换一个月份或状态再查。
          </EmptyState>
        }
      />
      <Pager
        position={{ by: "page", page, pageCount: Math.ceil(total / size) }}
        {...{ size, total }}
        unit="张"
      />
    </>
  );
}
