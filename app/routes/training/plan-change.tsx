import { Form } from "@remix-run/react";
import type { PlanPage } from "~/data/training/plan-view.server";
import { yuanDigits } from "~/domain/shared/fen";
import { MOST_ITEMS } from "~/domain/training/plan";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { FormFeedback, type Feedback } from "~/ui/forms/form-feedback";
import { PlanFields } from "./plan-fields";

const SPARE_ROWS = 3;

/** Hands the plan to a reviewer, as it is on the screen. */
export function SubmitPlan({ plan }: { readonly plan: PlanPage }) {
  return (
    <Form method="post">
      <input type="hidden" name="version" value={plan.version} />
      <SubmitButton name="intent" value="submit" pendingLabel="正在报送…">
        报送审批
      </SubmitButton>
    </Form>
  );
}

/** The plan in its form, with empty rows to add trades. */
export function ChangePlan(props: {
  readonly plan: PlanPage;
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
            rowCount={Math.min(MOST_ITEMS, items.length + SPARE_ROWS)}
          />
        </FormFeedback>
        <SubmitButton className="mt-4" name="intent" value="change" pendingLabel="正在保存…">
          保存修改
        </SubmitButton>
      </Form>
    </Card>
  );
}
