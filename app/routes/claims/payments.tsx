import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { viewClaimPayments } from "~/data/claims/claim-payments-view.server";
import { fen, yuanText } from "~/domain/shared/fen";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { EmptyState } from "~/ui/display/empty-state";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { DataTable } from "~/ui/tables/data-table";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClaimFrame } from "./claim-frame";
import { PaymentCards } from "./payment-cards";
import { PaymentTiles } from "./payment-tiles";
import { answerPayment } from "./payment-answers.server";
import { stepSummary } from "./step-summary";
import { UnitAccountCard } from "./unit-account-card";
import { WAITING_COLUMNS } from "./waiting-columns";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}发放`,
  crumb: () => ({ label: "发放" }),
};

const DONE = new Map([
  ["send", "代发文件已生成，请下载后送银行；银行回盘后在本页登记。"],
  ["result", "回盘已登记，已发放的金额计入资金支出。"],
  ["withdraw", "这次代发已整批撤回，明细可以重新列入代发文件。"],
  ["account", "收款账户已登记。"],
]);

/** A district officer reads who was paid in the claim itself; accounts are not his. */
async function find({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.readsWhole) throw forbidden();
  return { actor, head };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, head } = await find(args);
  const done = new URL(args.request.url).searchParams.get("done") ?? "";
  return { head, done, page: await viewClaimPayments(actor, head) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await find(args);
  if (!head.mayPay && !head.mayReview) throw forbidden();
  return answerPayment(actor, head.id, args.request);
}

export default function Payments() {
  const { head, page, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const { id, state, mayWrite, mayReview } = head;
  const isApproved = state === "approved";
  const ready = page.waiting.filter(({ obstacle }) => obstacle === "");
  const total = fen(ready.reduce((sum, { amountFen }) => sum + amountFen, 0));
  return (
    <ClaimFrame head={head} current="payments">
      <ErrorSummary errors={stepSummary(answer?.errors)} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      {!isApproved && state !== "paid" && (
        <Notice kind="info">两个部门都批准后，由财务人员在本页生成代发文件。</Notice>
      )}
      <PaymentTiles id={id} counts={page.counts} />
      {head.payeeUnit !== null && <UnitAccountCard head={head} account={page.unitAccount} />}
      <PaymentCards
        {...{ batchId: id, payments: page.payments, canOpen: head.mayPay, feedback: answer }}
        mayPay={head.mayPay && isApproved}
        mayWithdraw={mayReview && isApproved}
      />
      {head.mayPay && isApproved && ready.length > 0 && (
        <Form method="post" className="mb-3 flex flex-wrap items-center gap-3">
          <SubmitButton name="intent" value="send" icon="export" pendingLabel="正在核查、生成…">
            {`生成代发文件（${ready.length} 条，${yuanText(total)}）`}
          </SubmitButton>
          <span className="text-slate-600">
            生成前重新核查一次，变得不符合的不送；文件含完整账号，只送银行
          </span>
        </Form>
      )}
      {isApproved && (
        <DataTable
          caption="待发放的明细"
          showCaption
          columns={WAITING_COLUMNS}
          rows={page.waiting}
          rowKey={(row) => row.id}
          rowHref={(row) =>
            head.payeeUnit === null && (mayWrite || mayReview)
              ? `/claims/${id}/lines/${row.id}/account`
              : `/claims/${id}/lines/${row.id}`
          }
          rowTone={(row) => (row.obstacle === "" ? "plain" : "warning")}
          tall={false}
          empty={
            <EmptyState title="没有待发放的明细" icon="success">
              都已送银行、已发放或已停发；回盘登记后，失败的会回到这里。
            </EmptyState>
          }
        />
      )}
    </ClaimFrame>
  );
}
