import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { viewLineAccount } from "~/data/claims/line-account-view.server";
import type { ClaimState } from "~/domain/claims/claim";
import { accountForm } from "~/domain/posts/appointment";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { ReasonCard } from "~/ui/forms/reason-card";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { recordPayeeAccount } from "~/usecases/claims/record-payee-account.server";
import { releaseClaimAccount } from "~/usecases/claims/release-claim-account.server";
import { vouchForClaimPayee } from "~/usecases/claims/vouch-for-claim-payee.server";
import { AccountFields } from "./account-fields";
import { ClaimFrame } from "./claim-frame";
import { errorsByField, typedValues } from "./form-values";
import { PayeeCard } from "./payee-card";
import { answered } from "./step-errors.server";
import { stepSummary } from "./step-summary";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ line }) => `${line.name}的收款账户`,
  crumb: ({ line }) => ({ label: `${line.name}的收款账户` }),
};

/** While others pass the claim its accounts stand: it is returned first. */
const OPEN: readonly ClaimState[] = ["draft", "returned", "approved"];

async function find({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewClaimHead(actor, params["batchId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayWrite && !head.mayReview) throw forbidden();
  const line = await viewLineAccount(actor, head.id, params["lineId"]);
  if (line === null || head.payeeUnit !== null) throw notFound();
  return { actor, head, line };
}

export async function loader(args: LoaderFunctionArgs) {
  const { head, line } = await find(args);
  return { head, line, done: new URL(args.request.url).searchParams.has("done") };
}

export async function action(args: ActionFunctionArgs) {
  const { actor, head, line } = await find(args);
  const typed = typedValues(await args.request.formData());
  const asked = { batchId: head.id, lineId: line.id };
  const to = `/claims/${head.id}/lines/${line.id}/account?done`;
  const { intent = "" } = typed;
  const reason = (typed["reason"] ?? "").slice(0, 200);
  if (intent === "release" || intent === "vouch") {
    const work = intent === "vouch" ? vouchForClaimPayee : releaseClaimAccount;
    return answered(await work(actor, { ...asked, reason }, now()), { intent, reason }, to);
  }
  if (!head.mayWrite) throw forbidden();
  // The account's digits do not come back with a refused form: they are typed again.
  const values = { holderName: typed["holderName"] ?? "", bankName: typed["bankName"] ?? "" };
  const read = accountForm.safeParse(typed);
  if (!read.success) {
    return data({ values, errors: errorsByField(read.error), intent }, { status: 422 });
  }
  return answered(await recordPayeeAccount(actor, asked, read.data, now()), values, to);
}

export default function LineAccount() {
  const { head, line, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { account, paymentState } = line;
  const feedback = (intent: string) => (answer?.intent === intent ? answer : undefined);
  const waits = paymentState === null || paymentState === "FAILED";
  const mayEnter = head.mayWrite && waits && OPEN.includes(head.state);
  return (
    <ClaimFrame
      head={head}
      current="lines"
      actions={<ButtonLink to={`/claims/${head.id}/lines/${line.id}`}>返回明细</ButtonLink>}
    >
      <ErrorSummary errors={stepSummary(answer?.errors)} />
      {done && answer === undefined && (
        <Notice kind="success" live>
          已保存。报送、审批和送银行前都会重新核查。
        </Notice>
      )}
      <PayeeCard line={line} />
      {head.mayReview && line.isRefused && head.state === "approved" && (
        <ReasonCard
          title="准许再发往原账号"
          note="银行退回过的账号不再代发；确属银行差错、账号无误的，写明依据后准许"
          field={{ label: "准许的依据", hint: "如 银行来电说明系统故障，账号、户名经核对无误" }}
          button={{ intent: "release", label: "准许再发", pendingLabel: "正在保存…" }}
          feedback={feedback("release")}
        />
      )}
      {head.mayReview && account !== null && (account.sharedWith > 0 || line.isUnseen) && (
        <ReasonCard
          title="核对账号归属"
          note="由登记账户以外的复核人核对；仍有别人登记着同一账号的，不能核对"
          field={{ label: "核对依据", hint: "如 已核对本人银行卡和身份证" }}
          button={{ intent: "vouch", label: "确认是本人账号", pendingLabel: "正在保存…" }}
          feedback={feedback("vouch")}
        />
      )}
      {mayEnter && (
        <AccountFields
          title={account === null ? "登记账户" : "更换账户"}
          note={
            head.state === "approved"
              ? "补贴只发到本人账户；批准之后更换的，由登记人以外的复核人确认后才送银行"
              : "补贴只发到本人账户；更换后原账户留存备查"
          }
          holder={{ name: line.name, hint: "与本人姓名一致" }}
          version={head.version}
          feedback={answer?.intent === "save" || answer?.intent === "" ? answer : undefined}
        />
      )}
    </ClaimFrame>
  );
}
