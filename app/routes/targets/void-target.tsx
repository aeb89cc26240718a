import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewTargetToRevise } from "~/data/targets/entry-view.server";
import { voidForm } from "~/domain/targets/target-form";
import { targetLabel, valueText } from "~/domain/targets/wording";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextAreaField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { voidTarget } from "~/usecases/targets/void-target.server";
import { typedValues } from "./form-values";
import { voidRefusal } from "./target-refusals";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: "作废目标任务",
  crumb: ({ label }) => ({ label: `作废：${label}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const found = await viewTargetToRevise(actor, params["targetId"] ?? "", dayInChina(now()));
  if (found === null) throw notFound();
  if (!found.mayRevise) throw forbidden();
  const { target, regionName } = found;
  const { id, documentNumber, clause } = target;
  const was = valueText(target, target.value);
  return { id, documentNumber, clause, was, label: targetLabel(target, regionName) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { targetId = "" } = params;
  const found = await viewTargetToRevise(actor, targetId, dayInChina(now()));
  if (found === null) throw notFound();
  if (!found.mayRevise) throw forbidden();
  const values = typedValues(await request.formData());
  const read = voidForm.safeParse(values);
  if (!read.success) {
    const errors = { reason: read.error.issues[0]?.message ?? "" };
    return data({ values, errors }, { status: 422 });
  }
  const outcome = await voidTarget(actor, targetId, read.data.reason, now());
  if (outcome.ok) return redirect(`/targets/${targetId}?done=void`);
  const { refusal } = outcome;
  if (refusal.kind === "notFound") throw notFound();
  if (refusal.kind === "forbidden") throw forbidden();
  return data({ values, errors: voidRefusal(refusal) }, { status: 422 });
}

export default function VoidTarget() {
  const { id, label, was, documentNumber, clause } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="作废目标任务"
        note={`${label}，任务 ${was}，依据 ${documentNumber} ${clause}`}
      />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-2xl">
        <Notice kind="warning">
          只用于录错指标、地区或文件的任务。作废后连同历次修订不再计入进度，记录和原因留存，不能恢复；任务有变动的，应按新文件修订。
        </Notice>
        <Form method="post">
          <FormFeedback feedback={answer}>
            <TextAreaField
              name="reason"
              label="作废原因"
              hint="如 指标录错、地区录错、重复录入"
              required
              rows={3}
              maxLength={300}
              className="mb-4"
            />
            <div className="flex flex-wrap gap-2">
              <SubmitButton variant="danger" pendingLabel="正在作废…">
                作废任务
              </SubmitButton>
              <ButtonLink to={`/targets/${id}`}>返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
