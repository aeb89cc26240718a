import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { RegionPicker } from "~/ui/forms/region-picker";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { createPlan } from "~/usecases/training/save-plan.server";
import { typedValues } from "./form-values";
import { DUPLICATE_PLAN } from "./plan-words";
import { PlanFields } from "./plan-fields";
import { readPlanForm } from "./plan-form";

const FIRST_ROWS = 6;

export const handle: PageHandle = {
  title: "编制年度培训计划",
  crumb: () => ({ label: "编制年度培训计划" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const counties = countyChoices(actor, "plan.write", today);
  if (counties.length === 0) throw forbidden();
  return { counties, year: today.slice(0, 4) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (countyChoices(actor, "plan.write", dayInChina(now())).length === 0) throw forbidden();
  const values = typedValues(await request.formData());
  const read = readPlanForm(values);
  if (!read.ok) return data({ values, errors: read.errors }, { status: 422 });
  const outcome = await createPlan(actor, values["countyCode"] ?? "", read.form, now());
  if (outcome.ok) return redirect(`/plans/${outcome.value}?done=create`);
  const errors: Record<string, string> =
    outcome.refusal.kind === "duplicate"
      ? { title: DUPLICATE_PLAN }
      : { countyCode: "您没有为该县（市、区）编制培训计划的权限" };
  return data({ values, errors }, { status: 422 });
}

export default function NewPlan() {
  const { counties, year } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const only = counties.length === 1 ? counties[0]?.code : undefined;
  return (
    <>
      <PageHeader
        title="编制年度培训计划"
        note="写明四个明确和各工种的班数、人数、预算；报送后由另一人审批。"
      />
      <ErrorSummary errors={answer?.errors} />
      <Card>
        <Form method="post">
          <FormFeedback feedback={answer}>
            <RegionPicker
              name="countyCode"
              label="县（市、区）"
              regions={counties}
              required
              defaultValue={only}
              className="mb-4 md:w-80"
            />
            <PlanFields defaults={{ year }} items={[]} rowCount={FIRST_ROWS} />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在保存…">保存计划</SubmitButton>
              <ButtonLink to="/plans">返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
