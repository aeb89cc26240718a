import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { viewLabourYears, type ShareLine } from "~/data/funds/labour-share-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { Card } from "~/ui/display/card";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { RECRUITING_COLUMNS, SHARE_COLUMNS } from "./labour-share-columns";

export const handle: PageHandle = {
  title: "劳务协作占比",
  crumb: () => ({ label: "劳务协作占比" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "fund.read", today)) throw forbidden();
  return viewLabourYears(actor, today);
}

export default function LabourShares() {
  const { areas, wholes } = useLoaderData<typeof loader>();
  const lines: readonly ShareLine[] = [...wholes, ...areas];
  const fallen = lines.filter(isLess);
  const spent = areas.filter(({ use }) => use.rate.denominator > 0);
  return (
    <>
      <PageHeader
        title="劳务协作占比"
        note="以 2020 年为基础，劳务协作在下达资金中的比重逐年不下降；劳务资金中用于招聘和培训的比例单独列出。"
      />
      {fallen.length > 0 && (
        <Notice kind="warning" title="比重比上一年或 2020 年下降">
          {fallen.map((one) => `${one.areaName} ${one.year} 年`).join("、")}
          ，请在下一年度安排资金时提高，或说明原因。
        </Notice>
      )}
      <Card
        title="劳务协作在下达资金中的比重"
        note="按下达表计算，没有写明地区的不计，没有分到项目的按非劳务计；有表外资金的另列含表外的比重，逐年比较仍按表内"
        flush
      >
        <DataTable
          caption="劳务协作比重"
          columns={SHARE_COLUMNS}
          rows={lines.filter(({ rate }) => rate.denominator > 0)}
          rowKey={(row) => `${row.areaName}-${row.year}`}
          rowTone={(row) => (isLess(row) ? "warning" : "plain")}
          tall={false}
          empty={
            <EmptyState title="还没有本地区的下达资金" icon="funds">
              录入资金下达表后自动计算。
            </EmptyState>
          }
        />
      </Card>
      <Card title="劳务资金用于招聘和培训的比例" note="按劳务协作项目已计入的支出计算" flush>
        <DataTable
          caption="招聘和培训比例"
          columns={RECRUITING_COLUMNS}
          rows={spent}
          rowKey={(row) => `${row.regionCode}-${row.year}`}
          rowTone={(row) => (row.use.reachesMinimum === false ? "warning" : "plain")}
          tall={false}
          empty={<p className="p-4 text-slate-600">劳务协作项目还没有计入的支出。</p>}
        />
      </Card>
      <p className="text-slate-600">
        文件只要求“一定比例”，没有数值；比例下限在
        <Link to="/parameters" className="text-brand-700 underline">
          标准参数
        </Link>
        中由各地录入，没有录入的不判断。培训包括技能培训补贴、人力资源干部培训班和直接支出中的培训，招聘包括劳务中介补助、劳务对接和直接支出中的招聘。
      </p>
    </>
  );
}

function isLess({ hasFallen, isBelow2020 }: ShareLine): boolean {
  return hasFallen === true || isBelow2020 === true;
}
