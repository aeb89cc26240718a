import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewLeftOut } from "~/data/posts/wage-draft-view.server";
import type { LineGroup } from "~/data/posts/wage-line-row-view.server";
import { viewWageLines } from "~/data/posts/wage-lines-view.server";
import { viewWageSheetHead } from "~/data/posts/wage-sheet-head-view.server";
import { yuanText } from "~/domain/shared/fen";
import { dayInChina, now } from "~/platform/clock.server";
import { readListAddress } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { Pager } from "~/ui/tables/pager";
import { requireActor } from "~/usecases/access/require-actor.server";
import { LeftOut } from "./left-out";
import { wageLineColumns } from "./wage-line-columns";
import { answerWageSheet } from "./wage-sheet-answers.server";
import { WageSheetFigures } from "./wage-sheet-figures";
import { summaryOf } from "./wage-refusals";
import { WageSheetFrame } from "./wage-sheet-frame";
import { WageSheetActions, WageSheetReasons } from "./wage-sheet-steps";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => head.label,
  crumb: ({ head }) => ({ label: head.label }),
};

const GROUPS: readonly LineGroup[] = [
  ...(["all", "findings", "unpaid", "waiting", "sent", "paid", "failed"] as const),
  ...(["unsigned", "signed"] as const),
];
const DONE = new Map([
  ["open", "工资表已按考勤生成，请核对后报审。"],
  ["redraw", "已按现在的考勤、岗位、账户和更正重新生成。"],
  ["submit", "已报审，由另一人审核。"],
  ["approve", "审核通过：可以签收，并由财务送银行代发。"],
  ["return", "已退回，由经办人更正后再报审。"],
  ["remove", "已撤销，原表留在历史中。"],
  ["takeOff", "已移出本表，原因留在历史中。"],
  ["lock", "本月已锁定，不再改动；有差错的在下月更正。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewWageSheetHead(actor, params["sheetId"], dayInChina(now()));
  if (head === null) throw notFound();
  const { search, size } = readListAddress(request);
  const page = Math.max(1, Math.floor(Number(search.get("page") ?? 1)) || 1);
  const asked = GROUPS.find((one) => one === search.get("group")) ?? "all";
  const group = head.readsWhole || asked !== "findings" ? asked : "all";
  const isOpen = head.state === "draft" || head.state === "returned";
  return {
    ...{ head, group, page, size, done: search.get("done") ?? "" },
    lines: await viewWageLines(actor, head, { group, page, size }),
    leftOut: isOpen && head.mayWrite ? await viewLeftOut(actor, head) : null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return answerWageSheet(actor, params["sheetId"] ?? "", await request.formData());
}

export default function WageSheetPage() {
  const { head, group, page, size, done, lines, leftOut } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const total = lines.counts[group];
  return (
    <WageSheetFrame head={head} current="lines" actions={<WageSheetActions head={head} />}>
      <ErrorSummary errors={summaryOf(answer?.errors)} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      {head.state === "returned" && (
        <Notice kind="warning" title="审核人已退回">
          {head.returnReason}
        </Notice>
      )}
      {head.state === "submitted" && head.mayReview && lines.counts.findings > 0 && (
        <Notice kind="warning">{`有提示的 ${lines.counts.findings} 人，请逐人看过再审核。`}</Notice>
      )}
      <WageSheetFigures head={head} lines={lines} group={group} />
      {lines.rule !== null && <p className="mb-2 text-sm text-slate-600">{lines.rule}</p>}
      <DataTable
        caption={`${head.label}人员`}
        columns={wageLineColumns({
          readsWhole: head.readsWhole,
          isApproved: head.rosterId !== null,
          hasFindings: lines.rows.some(({ money }) => (money?.findings.length ?? 0) > 0),
          hasCorrections: lines.rows.some(({ money }) => (money?.adjustFen ?? 0) !== 0),
        })}
        rows={lines.rows}
        rowKey={(row) => row.id}
        rowHref={(row) => `/wage-sheets/${head.id}/lines/${row.id}`}
        rowTone={(row) => (row.paymentState === "FAILED" ? "danger" : "plain")}
        empty={
          <EmptyState title="没有这样的人员" icon="people">
            换一个标签再看；工资表上没有人的，由经办人登记考勤后重新生成。
          </EmptyState>
        }
      />
      {lines.totals !== null && (
        <p className="mt-2 text-right tabular-nums">
          {`全表 ${lines.counts.all} 人：应发 ${yuanText(lines.totals.dueFen)}，更正 ${yuanText(lines.totals.adjustFen)}，实发 ${yuanText(lines.totals.payFen)}`}
        </p>
      )}
      <Pager
        position={{ by: "page", page, pageCount: Math.ceil(total / size) }}
        {...{ size, total }}
        unit="人"
      />
      {leftOut !== null && <LeftOut rows={leftOut} month={head.month} />}
      <WageSheetReasons head={head} feedback={answer} counts={lines.counts} />
    </WageSheetFrame>
  );
}
