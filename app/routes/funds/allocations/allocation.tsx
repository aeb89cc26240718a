import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { viewAllocation } from "~/data/funds/allocation-view.server";
import { mayAnywhere } from "~/domain/access/policy";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { StateBadge } from "~/ui/display/badge";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { AllocationGrid } from "./allocation-grid";
import { BalanceNotice } from "./balance-notice";
import { FigureCard } from "./figure-card";
import { SumsCard } from "./sums-card";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ page }) => page.table.title,
  crumb: ({ page }) => ({ label: page.table.title, to: `/allocations/${page.table.id}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const today = dayInChina(now());
  const actor = await requireActor(request);
  if (!mayAnywhere(actor, "allocation.read", today)) throw forbidden();
  const page = await viewAllocation(actor, params["tableId"] ?? "", today);
  if (page === null) throw notFound();
  const search = new URL(request.url).searchParams;
  return { page, of: search.get("of") ?? "", done: search.get("done") ?? "" };
}

export default function AllocationTable() {
  const { page, of, done } = useLoaderData<typeof loader>();
  const { table, document, cells, parentTableId } = page;
  const remarks = cells.filter(({ remark }) => remark !== null);
  return (
    <>
      <PageHeader
        title={table.title}
        badge={table.voidedAt === null ? undefined : <StateBadge label="已作废" tone="neutral" />}
        note={`${page.areaName} · ${table.year} 年 · ${document.label}`}
        actions={
          <>
            <ButtonLink to={`/documents/${document.id}`}>查看文件</ButtonLink>
            <ButtonLink to={`/allocations/${table.id}/file`} icon="export" reloadDocument>
              下载表格
            </ButtonLink>
            {page.mayVoid && <ButtonLink to={`/allocations/${table.id}/void`}>作废</ButtonLink>}
          </>
        }
      />
      {done === "add" && (
        <Notice kind="success" live>
          下达表已保存。
        </Notice>
      )}
      {table.voidedAt !== null && <Notice kind="warning">作废原因：{table.voidReason}</Notice>}
      <BalanceNotice balance={page.balance} />
      {table.sumsReason !== "" && (
        <Notice kind="warning" title="合计不符的说明">
          {table.sumsReason}
        </Notice>
      )}
      {remarks.map(({ id, unitName, project, remark }) => (
        <Notice key={id} kind="warning" title={`科目提示：${unitName} · ${project}`}>
          {remark}
        </Notice>
      ))}
      {table.note !== "" && <Notice kind="info">{table.note}</Notice>}
      {parentTableId !== null && (
        <p className="mb-3">
          <Link to={`/allocations/${parentTableId}`} className="text-brand-700 underline">
            查看分解的上级下达表
          </Link>
        </p>
      )}
      <div className="space-y-4">
        <FigureCard page={page} of={of} />
        <AllocationGrid page={page} />
        <SumsCard tableId={table.id} sums={page.balance.sums} />
      </div>
    </>
  );
}
