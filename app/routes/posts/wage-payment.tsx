import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewWagePayment } from "~/data/posts/wage-payment-view.server";
import { viewWageSheetHead } from "~/data/posts/wage-sheet-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { StatTile, StatTiles } from "~/ui/display/stat-tile";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { Payments } from "./payments";
import { answerPaymentForm } from "./wage-payment-answers.server";
import { WAITING_COLUMNS } from "./waiting-columns";
import { summaryOf } from "./wage-refusals";
import { WageSheetFrame } from "./wage-sheet-frame";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}发放`,
  crumb: ({ head }) => ({ label: `${head.label}发放` }),
};

const DONE = new Map([
  ["send", "代发文件已生成，请下载后送银行；银行回盘后在本页登记。"],
  ["result", "回盘已登记。"],
  ["withdraw", "这次代发已整批撤回，人员可以重新列入代发文件。"],
]);

/** A district officer is told on the sheet's own page who was paid; accounts and sums are not his. */
async function find({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewWageSheetHead(actor, params["sheetId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.readsWhole) throw forbidden();
  return { actor, head };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, head } = await find(args);
  const done = new URL(args.request.url).searchParams.get("done") ?? "";
  return { head, done, page: await viewWagePayment(actor, head) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await find(args);
  if (!head.mayPay && !head.mayReview) throw forbidden();
  return answerPaymentForm(actor, head.id, args.request);
}

export default function WagePayment() {
  const { head, page, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const { waiting, payments, counts } = page;
  const ready = waiting.filter(({ obstacle }) => obstacle === "").length;
  const mayPay = head.mayPay && head.state === "approved";
  const lines = (group: string) => `/wage-sheets/${head.id}?group=${group}`;
  return (
    <WageSheetFrame head={head} current="payment">
      <ErrorSummary errors={summaryOf(answer?.errors)} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <StatTiles>
        <StatTile label="待发放" value={waiting.length} unit="人" to={lines("waiting")} />
        <StatTile label="已送银行，等回盘" value={counts.sent} unit="人" to={lines("sent")} />
        <StatTile label="已发放" value={counts.paid} unit="人" to={lines("paid")} />
        <StatTile label="发放失败" value={counts.failed} unit="人" to={lines("failed")} />
      </StatTiles>
      <Payments
        {...{ sheetId: head.id, payments, mayPay, canOpen: head.mayPay }}
        mayWithdraw={head.mayReview && head.state === "approved"}
        feedback={answer}
      />
      {mayPay && ready > 0 && (
        <Form method="post" className="mb-3 flex flex-wrap items-center gap-3">
          <SubmitButton name="intent" value="send" icon="export" pendingLabel="正在生成…">
            {`生成代发文件（${ready} 人）`}
          </SubmitButton>
          <span className="text-slate-600">
            文件含完整账号，只送银行；生成后这些人不能再次列入代发
          </span>
        </Form>
      )}
      <DataTable
        caption="待发放的人员"
        showCaption
        columns={WAITING_COLUMNS}
        rows={waiting}
        rowKey={(row) => row.id}
        rowHref={(row) => `/wage-sheets/${head.id}/lines/${row.id}`}
        rowTone={(row) => (row.obstacle === "" ? "plain" : "warning")}
        tall={false}
        empty={
          <EmptyState title="没有待发放的人员" icon="success">
            都已送银行或已发放；回盘登记后，失败的人会回到这里。
          </EmptyState>
        }
      />
    </WageSheetFrame>
  );
}
