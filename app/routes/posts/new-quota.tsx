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
import { answerNewQuota } from "./quota-answers.server";
import { QuotaFields } from "./quota-fields";

export const handle: PageHandle = {
  title: "登记岗位指标",
  crumb: () => ({ label: "登记岗位指标" }),
};

async function writerOf(request: Request) {
  const actor = await requireActor(request);
  const counties = countyChoices(actor, "post.write", dayInChina(now()));
  if (counties.length === 0) throw forbidden();
  return { actor, counties };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { counties } = await writerOf(request);
  return { counties };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await writerOf(request);
  return answerNewQuota(actor, await request.formData());
}

export default function NewQuota() {
  const { counties } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const only = counties.length === 1 ? counties[0]?.code : undefined;
  return (
    <>
      <PageHeader
        title="登记岗位指标"
        note="照下达文件登记；聘用时按这里的月标准和资金来源，以后改动不影响已登记的人。"
      />
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
            <QuotaFields />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在登记…">登记指标</SubmitButton>
              <ButtonLink to="/posts/quotas">返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
