import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { countyChoices } from "~/data/training/county-choice-view.server";
import { providerForm } from "~/domain/training/provider";
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
import { createProvider } from "~/usecases/training/save-provider.server";
import { errorsByField, typedValues } from "./form-values";
import { ProviderFields } from "./provider-fields";

export const handle: PageHandle = {
  title: "登记培训机构",
  crumb: () => ({ label: "登记培训机构" }),
};

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const counties = countyChoices(actor, "provider.write", dayInChina(now()));
  if (counties.length === 0) throw forbidden();
  return { counties };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  if (countyChoices(actor, "provider.write", dayInChina(now())).length === 0) throw forbidden();
  const values = typedValues(await request.formData());
  const read = providerForm.safeParse(values);
  if (!read.success) return data({ values, errors: errorsByField(read.error) }, { status: 422 });
  const outcome = await createProvider(actor, values["countyCode"] ?? "", read.data, now());
  if (outcome.ok) return redirect(`/providers/${outcome.value}?done=create`);
  const errors: Record<string, string> =
    outcome.refusal.kind === "duplicate"
      ? { creditCode: "本县已登记过这个统一社会信用代码的机构" }
      : { countyCode: "您没有在该县（市、区）登记培训机构的权限" };
  return data({ values, errors }, { status: 422 });
}

export default function NewProvider() {
  const { counties } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const only = counties.length === 1 ? counties[0]?.code : undefined;
  return (
    <>
      <PageHeader title="登记培训机构" note="登记后，培训班备案时从中选定。" />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-4xl">
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
            <ProviderFields />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在登记…">登记培训机构</SubmitButton>
              <ButtonLink to="/providers">返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
