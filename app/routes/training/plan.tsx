import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewPlan } from "~/data/training/plan-view.server";
import { planLabel } from "~/domain/training/plan";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { StateBadge } from "~/ui/display/badge";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerPlanForm } from "./plan-answers.server";
import { ChangePlan, SubmitPlan } from "./plan-change";
import { PlanFacts } from "./plan-facts";
import { ReviewPanel } from "./review-panel";
import { PLAN_BADGES } from "./state-badges";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ plan }) => planLabel(plan),
  crumb: ({ plan }) => ({ label: planLabel(plan) }),
};

const DONE = new Map([
  ["create", "计划已保存。核对后报送审批。"],
  ["change", "计划已保存。"],
  ["submit", "已报送，等待另一人审批。"],
  ["approve", "已批准，计划不再改动。"],
  ["return", "已退回，县级经办人修改后再报送。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const plan = await viewPlan(actor, params["planId"] ?? "", dayInChina(now()));
  if (plan === null) throw notFound();
  return { plan, done: new URL(request.url).searchParams.get("done") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const planId = params["planId"];
  if (!isUuid(planId)) throw notFound();
  return answerPlanForm(actor, planId, await request.formData());
}

export default function PlanPage() {
  const { plan, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const isReturning = answer?.errors["reason"] !== undefined;
  const { offers } = plan;
  return (
    <>
      <PageHeader
        title={planLabel(plan)}
        badge={<StateBadge {...PLAN_BADGES[plan.state]} />}
        note={plan.countyName}
        actions={offers.change && <SubmitPlan plan={plan} />}
      />
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      {plan.returnReason !== null && (
        <Notice kind="warning" title="退回原因">
          {plan.returnReason}
        </Notice>
      )}
      {offers.ownWork && (
        <Notice kind="info">您编制或报送过这份计划，须由另一位审核人审批。</Notice>
      )}
      <FormFeedback feedback={answer}>
        {offers.review && (
          <ReviewPanel
            action={`/plans/${plan.id}`}
            version={plan.version}
            approval={{ label: "批准" }}
            returnLabel="退回"
            isReturning={isReturning}
          >
            本计划待您审批。批准后不再改动。
          </ReviewPanel>
        )}
      </FormFeedback>
      <PlanFacts plan={plan} />
      {offers.change && <ChangePlan plan={plan} feedback={answer} />}
    </>
  );
}
