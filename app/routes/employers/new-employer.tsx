import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { employerForm } from "~/domain/employers/employer-form";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { RegionPicker } from "~/ui/forms/region-picker";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { registerEmployer } from "~/usecases/employers/register-employer.server";
import { errorsByField, typedValues } from "./form-values";
import { EmployerFields } from "./employer-fields";

export const handle: PageHandle = {
  title: "登记用人单位",
  crumb: () => ({ label: "登记用人单位" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const counties = countyChoices(actor, "employer.write", dayInChina(now()));
  if (counties.length === 0) throw forbidden();
  return { counties };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (countyChoices(actor, "employer.write", dayInChina(now())).length === 0) throw forbidden();
  const values = typedValues(await request.formData());
  const refuse = (errors: Record<string, string>, existing: Existing | null = null) =>
    data({ values, errors, existing }, { status: 422 });
  const read = employerForm.safeParse(values);
  if (!read.success) return refuse(errorsByField(read.error));
  const outcome = await registerEmployer(actor, values["countyCode"] ?? "", read.data, now());
  if (outcome.ok) return redirect(`/employers/${outcome.value}?done=create`);
  const { refusal } = outcome;
  switch (refusal.kind) {
    case "forbidden":
      return refuse({ countyCode: "您没有在该县（市、区）登记用人单位的权限" });
    case "exists": {
      const field = read.data.creditCode === null ? "name" : "creditCode";
      return refuse({ [field]: `已登记过：${refusal.name}，请直接使用` }, refusal);
    }
  }
}

interface Existing {
  readonly id: string;
  readonly name: string;
}

export default function NewEmployer() {
  const { counties } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const only = counties.length === 1 ? counties[0]?.code : undefined;
  const existing = answer?.existing ?? null;
  return (
    <>
      <PageHeader title="登记用人单位" note="登记后各县共用；以后只由登记的县或其上级修改。" />
      <ErrorSummary errors={answer?.errors} />
      {existing !== null && (
        <Notice
          kind="info"
          title="这家单位已经登记过"
          actions={<ButtonLink to={`/employers/${existing.id}`}>打开 {existing.name}</ButtonLink>}
        />
      )}
      <Card className="max-w-4xl">
        <Form method="post">
          <FormFeedback feedback={answer}>
            <RegionPicker
              name="countyCode"
              label="由哪个县（市、区）登记"
              regions={counties}
              required
              defaultValue={only}
              className="mb-4 md:w-80"
            />
            <EmployerFields />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在登记…">登记用人单位</SubmitButton>
              <ButtonLink to="/employers">返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
