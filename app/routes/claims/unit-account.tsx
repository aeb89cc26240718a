import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { accountForm } from "~/domain/posts/appointment";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { recordUnitAccount } from "~/usecases/claims/record-unit-account.server";
import { AccountFields } from "./account-fields";
import { ClaimFrame } from "./claim-frame";
import { errorsByField, typedValues } from "./form-values";
import { answered } from "./step-errors.server";
import { stepSummary } from "./step-summary";

export const handle: PageHandle = {
  title: "收款单位账户",
  crumb: () => ({ label: "收款单位账户" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayPay && !head.mayReview) throw forbidden();
  return { head };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const batchId = params["batchId"] ?? "";
  const typed = typedValues(await request.formData());
  // The account's digits do not come back with a refused form: they are typed again.
  const values = { holderName: typed["holderName"] ?? "", bankName: typed["bankName"] ?? "" };
  const read = accountForm.safeParse(typed);
  const head = await viewClaimHead(actor, batchId, dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayPay && !head.mayReview) throw forbidden();
  if (!read.success) {
    return data({ values, errors: errorsByField(read.error), intent: "save" }, { status: 422 });
  }
  const asked = { batchId, version: Number(typed["version"]) };
  const outcome = await recordUnitAccount(actor, asked, read.data, now());
  return answered(outcome, values, `/claims/${batchId}/payments?done=account`);
}

export default function UnitAccount() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { payeeUnit, version, state } = head;
  return (
    <ClaimFrame head={head} current="payments">
      <ErrorSummary errors={stepSummary(answer?.errors)} />
      {payeeUnit === null ? (
        <Notice kind="info">本批发给本人，没有收款单位。</Notice>
      ) : (
        <AccountFields
          title={`${payeeUnit}的收款账户`}
          note={
            state === "approved"
              ? "批准以后，银行退回了才能更换，由复核人登记"
              : "财务人员在报送前登记，复核和审批时都能看到户名和开户银行"
          }
          holder={{ name: payeeUnit, hint: "与单位名称一致" }}
          {...{ version, feedback: answer }}
        />
      )}
    </ClaimFrame>
  );
}
