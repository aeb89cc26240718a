import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewWageLine } from "~/data/posts/wage-line-view.server";
import { viewWageSheetHead } from "~/data/posts/wage-sheet-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { DayMarks, daysText } from "./day-marks";
import { answerWageLine } from "./wage-line-answers.server";
import { WageCorrections } from "./wage-corrections";
import { WageLineFacts } from "./wage-line-facts";
import { ReleaseAccount } from "./release-account";
import { TakeOff } from "./take-off";
import { summaryOf } from "./wage-refusals";
import { WageSheetFrame } from "./wage-sheet-frame";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head, line }) => `${line.name} · ${head.label}`,
  crumb: ({ line }) => ({ label: line.name }),
};

const DONE = new Map([
  ["correct", "更正已登记，列入该岗位下一张工资表。"],
  [
    "correctEnded",
    "更正已登记。该岗位已经结束：补发的列入本县下一张工资表；扣回的由本人退回，退回后在“未结清的更正”登记。",
  ],
  ["release", "已准许再发往原账号，财务可以重新生成代发文件。"],
  ["void", "更正已撤销。"],
]);

async function find({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewWageSheetHead(actor, params["sheetId"], dayInChina(now()));
  if (head === null) throw notFound();
  const line = await viewWageLine(actor, head, params["lineId"]);
  if (line === null) throw notFound();
  return { actor, head, line };
}

export async function loader(args: LoaderFunctionArgs) {
  const { head, line } = await find(args);
  return { head, line, done: new URL(args.request.url).searchParams.get("done") ?? "" };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.clone().formData();
  const { actor, head, line } = await find(args);
  return answerWageLine(actor, { sheetId: head.id, lineId: line.id }, form);
}

export default function WageLine() {
  const { head, line, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const intent = takingOff(head, line);
  return (
    <WageSheetFrame
      head={head}
      current="lines"
      actions={<ButtonLink to={`/wage-sheets/${head.id}`}>返回工资表</ButtonLink>}
    >
      <ErrorSummary errors={summaryOf(answer?.errors)} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      {line.removedReason !== null && (
        <Notice kind="warning">{`此人已从本表移出：${line.removedReason}`}</Notice>
      )}
      <WageLineFacts line={line} rosterId={head.rosterId} />
      {line.days !== null && (
        <Card
          title="考勤"
          note={daysText(line.days)}
          actions={
            <ButtonLink
              to={`/posts/attendance/${line.appointmentId}?month=${head.month.slice(0, 7)}`}
              size="small"
            >
              查看考勤
            </ButtonLink>
          }
        >
          <div tabIndex={0} role="group" aria-label="每日考勤" className="relative overflow-x-auto">
            <DayMarks marks={line.days.marks} />
          </div>
        </Card>
      )}
      {line.money !== null && (
        <WageCorrections head={head} money={line.money} lineId={line.id} feedback={answer} />
      )}
      {head.mayReview && head.state === "approved" && line.money?.isRefused === true && (
        <ReleaseAccount version={head.version} feedback={answer} />
      )}
      {intent !== null && line.removedReason === null && (
        <TakeOff intent={intent} version={head.version} name={line.name} feedback={answer} />
      )}
    </WageSheetFrame>
  );
}

/** While the sheet is written its officer takes people off; once it is passed the reviewer, those not paid and signed. */
function takingOff(head: Loaded["head"], line: Loaded["line"]): "takeOff" | "drop" | null {
  if (head.state === "draft" || head.state === "returned") return head.mayWrite ? "takeOff" : null;
  const isWaiting = line.paymentState === null || line.paymentState === "FAILED";
  if (head.state !== "approved" || !isWaiting || line.receipt !== null) return null;
  return head.mayReview ? "drop" : null;
}
