import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { viewClaimReport } from "~/data/claims/claim-report-view.server";
import { writtenRun } from "~/domain/claims/run-address";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { wholeClaimReader } from "./claim-actor.server";
import { ClaimFrame } from "./claim-frame";
import { ExportReport } from "./export-report";
import { reportColumns } from "./report-columns";
import { ReportNumbers, ReportTiles, RunPicker } from "./report-parts";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}核查报告`,
  crumb: ({ head }) => ({ label: "核查报告", to: `/claims/${head.id}/report` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await wholeClaimReader(request);
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.readsWhole) throw forbidden();
  const asked = writtenRun(new URL(request.url).searchParams.get("run"));
  const report = await viewClaimReport(actor, head, asked);
  if (report === null && asked !== null) throw notFound();
  return { head, report };
}

export default function ReportPage() {
  const { head, report } = useLoaderData<typeof loader>();
  if (report === null) {
    return (
      <ClaimFrame head={head} current="report">
        <EmptyState title="还没有核查" icon="report">
          编制、审核或审批的人在申领明细页点“核查”，报告按规则和明细列出问题。
        </EmptyState>
      </ClaimFrame>
    );
  }
  const to = `/claims/${head.id}/report`;
  const isLatest = report.runs[0]?.number === report.number;
  return (
    <ClaimFrame
      head={head}
      current="report"
      actions={<ButtonLink to={`${to}/print?run=${report.number}`}>打印</ButtonLink>}
    >
      {!isLatest && (
        <Notice kind="info">
          {`这是第 ${report.number} 次核查，不是最近一次；数字是当时的，此后可能已经改正。`}
        </Notice>
      )}
      {!report.isSameRules && (
        <Notice kind="warning">核查之后规则有更新，重新核查后按新规则给出结论。</Notice>
      )}
      <RunPicker report={report} />
      <ReportTiles head={head} report={report} />
      <DataTable
        caption={`第 ${report.number} 次核查，按规则`}
        columns={reportColumns(to, report)}
        rows={report.rules}
        rowKey={({ rule }) => rule}
        rowTone={({ fail, unknown, severity }) =>
          severity === "block" && fail + unknown > 0 ? "danger" : "plain"
        }
        empty={null}
      />
      <ReportNumbers numbers={report.numbers} />
      {head.mayExport && <ExportReport head={head} run={report.number} />}
    </ClaimFrame>
  );
}
