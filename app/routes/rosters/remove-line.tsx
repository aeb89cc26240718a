import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewLine } from "~/data/rosters/standing-line-view.server";
import { ROSTER_STATE_LABELS } from "~/domain/rosters/roster";
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
import { removeLine, type RemoveLineRefusal } from "~/usecases/rosters/remove-line.server";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ line }) => `移除 ${line.name}`,
  crumb: ({ line }) => ({ label: `移除 ${line.name}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const line = await viewLine(actor, params["rosterId"] ?? "", params["lineId"] ?? "", today);
  if (line === null) throw notFound();
  if (!line.mayEdit) throw forbidden();
  return { line };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { rosterId = "", lineId = "" } = params;
  const reason = String((await request.formData()).get("reason") ?? "").slice(0, 200);
  const outcome = await removeLine(actor, { rosterId, lineId, reason }, now());
  if (outcome.ok) return redirect(`/rosters/${rosterId}?done=remove`);
  return data({ errors: { reason: messageOf(outcome.refusal) } }, { status: 422 });
}

function messageOf(refusal: RemoveLineRefusal): string {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "wrongState":
      return `花名册现为“${ROSTER_STATE_LABELS[refusal.state]}”，不能移除学员`;
    case "reasonMissing":
      return "请写明移除的原因";
    case "changedByOthers":
      return "花名册刚被他人更新，请核对后再移除一次";
  }
}

export default function RemoveLine() {
  const { line } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title={`移除 ${line.name}`} note={`${line.label} · 第 ${line.lineNo} 号`} />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-2xl">
        <Notice kind="warning">
          {`移除后 ${line.name}（${line.idMasked}）不再计入本册人数；原记录和原因留在历史中。`}
        </Notice>
        <Form method="post">
          <FormFeedback feedback={answer}>
            <TextAreaField
              name="reason"
              label="移除原因"
              hint="如 未到课、重复登记、本人放弃"
              required
              rows={3}
              maxLength={200}
              className="mb-4"
            />
            <div className="flex flex-wrap gap-2">
              <SubmitButton variant="danger" pendingLabel="正在移除…">
                移除
              </SubmitButton>
              <ButtonLink to={`/rosters/${line.rosterId}`}>返回花名册</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
