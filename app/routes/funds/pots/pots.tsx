import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { potYears, viewPots } from "~/data/funds/pot-list-view.server";
import { regionChoices } from "~/data/regions/region-name-view.server";
import { countiesFor, mayAnywhere } from "~/domain/access/policy";
import { missingHolidays } from "~/domain/funds/known-holidays";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { POT_COLUMNS } from "./pot-columns";
import { PotFilters } from "./pot-filters";
import { potsShown, readShow } from "./pot-show";
import { PotSums } from "./pot-sums";
import { PotTotals } from "./pot-totals";

export const handle: PageHandle = {
  title: "资金",
  crumb: () => ({ label: "资金", to: "/funds" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "fund.read", today)) throw forbidden();
  const search = new URL(request.url).searchParams;
  const years = await potYears(actor, today);
  const asked = Number(search.get("year"));
  const year = years.includes(asked) ? asked : (years[0] ?? Number(today.slice(0, 4)));
  const regions = regionChoices(countiesFor(actor, "fund.read", today));
  const area = regions.find(({ code }) => code === search.get("area"))?.code ?? "";
  const list = await viewPots(actor, { year, regionCode: area === "" ? null : area }, today);
  return {
    ...{ years, year, regions, area, list, show: readShow(search.get("show")) },
    missingHolidays: missingHolidays(today),
    mayWrite: mayAnywhere(actor, "fund.write", today),
  };
}

export default function Pots() {
  const {
    list,
    show,
    mayWrite,
    missingHolidays: holidays,
    ...filter
  } = useLoaderData<typeof loader>();
  const shown = potsShown(list.pots, show);
  return (
    <>
      <PageHeader
        title="资金"
        note="每个责任单位的资金从到账到支出、收尾；点开项目登记到账和支出，数字都可以点开看明细。"
        actions={
          <>
            <ButtonLink to="/funds/shares">劳务协作占比</ButtonLink>
            {mayWrite && (
              <ButtonLink to="/funds/new" variant="primary" icon="plus">
                设立资金项目
              </ButtonLink>
            )}
          </>
        }
      />
      <PotFilters {...filter} show={show} />
      {holidays !== null && <MissingHolidays year={holidays} />}
      {list.hasMore && (
        <Notice kind="warning">
          项目超过 500 个，本页只列前 500 个，合计也只算到这里；请选择一个地区再看。
        </Notice>
      )}
      <PotTotals list={list} year={filter.year} area={filter.area} />
      <DataTable
        caption={`${filter.year} 年资金项目`}
        columns={POT_COLUMNS}
        rows={shown}
        rowKey={(row) => row.id}
        rowHref={(row) => `/funds/${row.id}`}
        rowTone={(row) => (row.idleFen > 0 || row.lateReceipts > 0 ? "warning" : "plain")}
        footer={shown.length > 0 && <PotSums pots={shown} />}
        empty={
          list.pots.length === 0 ? (
            <EmptyState title={`${filter.year} 年还没有资金项目`} icon="funds">
              下达表录入后，由财务人员从本单位的一笔下达资金设立项目，再登记到账和支出。
            </EmptyState>
          ) : (
            <EmptyState title="没有符合条件的资金项目" icon="funds">
              换一个条件再查。
            </EmptyState>
          )
        }
      />
    </>
  );
}

function MissingHolidays({ year }: { readonly year: number }) {
  return (
    <Notice kind="warning">
      系统还没有 {year} 年的节假日安排，到期日落在 {year}
      年的拨付期限暂时无法判断；请管理员在国务院公布放假安排后更新系统。
    </Notice>
  );
}
