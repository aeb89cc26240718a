import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { shanghaiDistricts } from "~/data/regions/region-name-view.server";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { jobFairForm } from "~/domain/employers/job-fair";
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
import { createFair, type CreateFairRefusal } from "~/usecases/employers/save-job-fair.server";
import { errorsByField, typedValues } from "../form-values";
import { FAIR_TWIN, NOT_PAIRED } from "./fair-answers.server";
import { FairFields } from "./fair-fields";

export const handle: PageHandle = {
  title: "登记招聘会",
  crumb: () => ({ label: "登记招聘会" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const counties = countyChoices(actor, "jobFair.write", dayInChina(now()));
  if (counties.length === 0) throw forbidden();
  return { counties, districts: shanghaiDistricts() };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (countyChoices(actor, "jobFair.write", dayInChina(now())).length === 0) throw forbidden();
  const values = typedValues(await request.formData());
  const read = jobFairForm.safeParse(values);
  if (!read.success) return data({ values, errors: errorsByField(read.error) }, { status: 422 });
  const outcome = await createFair(actor, values["countyCode"] ?? "", read.data, now());
  if (outcome.ok) return redirect(`/job-fairs/${outcome.value}?done=create`);
  return data({ values, errors: explain(outcome.refusal) }, { status: 422 });
}

function explain({ kind }: CreateFairRefusal): Record<string, string> {
  switch (kind) {
    case "forbidden":
      return { countyCode: "您没有在该县（市、区）登记招聘会的权限" };
    case "notPaired":
      return NOT_PAIRED;
    case "duplicate":
      return FAIR_TWIN;
  }
}

export default function NewJobFair() {
  const { counties, districts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const only = counties.length === 1 ? counties[0]?.code : undefined;
  return (
    <>
      <PageHeader title="登记招聘会" note="登记后再登记参会单位、参加人员，上传佐证材料。" />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-4xl">
        <Form method="post">
          <FormFeedback feedback={answer}>
            <RegionPicker
              name="countyCode"
              label="为哪个县（市、区）举办"
              regions={counties}
              required
              defaultValue={only}
              className="mb-4 md:w-80"
            />
            <FairFields districts={districts} />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在登记…">登记招聘会</SubmitButton>
              <ButtonLink to="/job-fairs">返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
