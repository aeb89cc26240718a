import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewPlan } from "~/data/training/plan-view.server";
import { yuanDigits } from "~/domain/shared/fen";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { SubmitButton } from "~/ui/actions/submit-button";
import { StateBadge } from "~/ui/display/badge";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerPlanForm } from "./plan-answers.server";
import { PlanFacts } from "./plan-facts";
import { PlanFields } from "./plan-fields";
import { ReviewPanel } from "./review-panel";
import { PLAN_BADGES } from "./state-badges";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ plan }) => plan.title,
  crumb: ({ plan }) => ({ label: `${plan.year} 年 ${plan.title}` }),
};

const DONE = new Map([
  ["create", "计划已保存。核对后报送审批。"],
  ["change", "计划已保存。"],
  ["submit", "已报送，等待另一人审批。"],
  ["approve", "已批准，计划不再改动。"],
  ["return", "已退回，县级经办人修改后再报送。"],
]);
const SPARE_ROWS = 3;

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
        title={`${plan.year} 年 ${plan.title}`}
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

function SubmitPlan({ plan }: { readonly plan: Loaded["plan"] }) {
  return (
    <Form method="post">
      <input type="hidden" name="version" value={plan.version} />
      <SubmitButton name="intent" value="submit" pendingLabel="正在报送…">
        报送审批
      </SubmitButton>
    </Form>
  );
}

function ChangePlan(props: {
  readonly plan: Loaded["plan"];
  readonly feedback: Feedback | undefined;
}) {
  const { plan, feedback } = props;
  const { basis, goal, schedule, duties, measures, title } = plan;
  const items = plan.items.map((item) => ({
    ...{ trade: item.trade, classCount: String(item.classCount), note: item.note },
    headcount: String(item.headcount),
    budget: yuanDigits(item.budgetFen),
  }));
  return (
    <Card title="修改计划">
      <Form method="post">
        <input type="hidden" name="version" value={plan.version} />
        <FormFeedback feedback={feedback}>
          <PlanFields
            defaults={{ year: String(plan.year), title, basis, goal, schedule, duties, measures }}
            items={items}
            rowCount={Math.min(40, items.length + SPARE_ROWS)}
          />
        </FormFeedback>
        <SubmitButton className="mt-4" name="intent" value="change" pendingLabel="正在保存…">
          保存修改
        </SubmitButton>
      </Form>
    </Card>
  );
}
