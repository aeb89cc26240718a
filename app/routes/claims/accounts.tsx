import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FileField } from "~/ui/forms/file-field";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerAccounts } from "./account-answers.server";
import { ClaimFrame } from "./claim-frame";
import { formSummary } from "./form-summary";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `${head.label}批量登记账户`,
  crumb: () => ({ label: "批量登记账户" }),
};

async function find({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayWrite) throw forbidden();
  if (head.payeeUnit !== null) throw notFound();
  return { actor, head };
}

export async function loader(args: LoaderFunctionArgs) {
  const { head } = await find(args);
  return { head, recorded: Number(new URL(args.request.url).searchParams.get("done") ?? 0) };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head } = await find(args);
  return answerAccounts(actor, head.id, args.request);
}

export default function AccountsRoute() {
  const { head, recorded } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, state } = head;
  const takes = state === "draft" || state === "returned" || state === "approved";
  return (
    <ClaimFrame
      head={head}
      current="lines"
      actions={<ButtonLink to={`/claims/${id}`}>返回明细</ButtonLink>}
    >
      <ErrorSummary errors={formSummary(answer?.errors)} />
      {recorded > 0 && answer === undefined && (
        <Notice kind="success" live>
          {`已登记 ${recorded} 人的收款账户。报送、审批和送银行前都会重新核查。`}
        </Notice>
      )}
      {takes ? (
        <>
          <Card title="第一步 下载账户表" note="每条明细一行，身份证号只显示前后几位">
            <Form method="post" action={`/claims/${id}/accounts/sheet`} reloadDocument>
              <SubmitButton variant="default" icon="export">
                下载账户表
              </SubmitButton>
            </Form>
          </Card>
          <Card title="第二步 填好后上传" note="全部行没有问题才登记；原账户留存备查">
            <Form method="post" encType="multipart/form-data" className="max-w-2xl space-y-3">
              <FormFeedback feedback={answer}>
                <FileField
                  name="file"
                  label="填好的账户表"
                  hint="填写户名、开户银行、账号；不登记的行空着；账号单元格用文本格式"
                  accept={[".xlsx", ".xls", ".csv"]}
                  required
                />
              </FormFeedback>
              <SubmitButton pendingLabel="正在核对…">登记账户</SubmitButton>
            </Form>
          </Card>
        </>
      ) : (
        <Notice kind="info">
          这批申领正在复核、审批或已发放完毕，现在不能登记账户；要更换的，退回后再办。
        </Notice>
      )}
    </ClaimFrame>
  );
}
