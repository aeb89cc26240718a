import { redirect } from "@remix-run/node";
import type { LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { viewClaimReport } from "~/data/claims/claim-report-view.server";
import { RUN_LINE_GROUPS, viewRunLines, type RunLine } from "~/data/claims/run-lines-view.server";
import { writtenRun } from "~/domain/claims/run-address";
import { ruleTitle } from "~/domain/claims/stored-verdict";
import { VERDICT_LABELS } from "~/domain/rules/rule";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { EmptyState } from "~/ui/display/empty-state";
import type { PageHandle } from "~/ui/frame/page-handle";
import type { Column } from "~/ui/tables/column";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { wholeClaimReader } from "./claim-actor.server";
import { ClaimFrame } from "./claim-frame";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}核查明细`,
  crumb: () => ({ label: "核查明细" }),
};

const WORDS = {
  fail: "不符合的",
  unknown: "无法判断的",
  first: "首先不符合的",
  appeared: "比上次新增的",
  gone: "比上次消除的",
} as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await wholeClaimReader(request);
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.readsWhole) throw forbidden();
  const { search, cursor, size } = readListAddress(request);
  const report = await viewClaimReport(actor, head, writtenRun(search.get("run")));
  const rule = search.get("rule") ?? "";
  const group = RUN_LINE_GROUPS.find((one) => one === search.get("group")) ?? "fail";
  // Without a run its page says that there is none; without a rule it lists them.
  const isAsked = report?.rules.some((one) => one.rule === rule) === true;
  if (report === null || !isAsked) return redirect(`/claims/${head.id}/report`);
  const page = await viewRunLines(actor, report, { rule, group }, { cursor, size });
  return { head, number: report.number, rule, group, size, page };
}

const COLUMNS: readonly Column<RunLine>[] = [
  { key: "no", header: "序号", align: "right", cell: ({ lineNo }) => lineNo },
  { key: "name", header: "姓名", isRowHeader: true, cell: ({ name }) => name },
  { key: "id", header: "证件号码", cell: ({ maskedId }) => maskedId },
  { key: "verdict", header: "结论", cell: ({ verdict }) => VERDICT_LABELS[verdict] },
  {
    key: "message",
    header: "算式和事实",
    className: "min-w-[14rem] whitespace-normal",
    cell: ({ message }) => message,
  },
  { key: "removed", header: "现在", cell: ({ isRemoved }) => (isRemoved ? "已移出" : "在本批") },
];

export default function ReportLines() {
  const { head, number, rule, group, size, page } = useLoaderData<typeof loader>();
  const words = `“${ruleTitle(rule)}”${WORDS[group]}明细`;
  return (
    <ClaimFrame
      head={head}
      current="report"
      actions={<ButtonLink to={`/claims/${head.id}/report?run=${number}`}>返回报告</ButtonLink>}
    >
      <p className="mb-2 text-slate-700">{`第 ${number} 次核查：${words}`}</p>
      <DataTable
        caption={words}
        columns={COLUMNS}
        rows={page.rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/claims/${head.id}/lines/${id}`}
        empty={<EmptyState title="没有这样的明细">回到核查报告换一个数字再看。</EmptyState>}
      />
      <Pager position={{ by: "key", before: page.before, after: page.after }} size={size} />
    </ClaimFrame>
  );
}
