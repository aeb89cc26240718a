import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewPlacementHead } from "~/data/placements/placement-head-view.server";
import { END_REASON_LABELS } from "~/domain/placements/ending";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { Notice } from "~/ui/display/notice";
import { PageHeader } from "~/ui/display/page-header";
import { RadioGroup } from "~/ui/forms/choice-fields";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { DateField, TextAreaField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerEnding } from "./life-answers.server";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => titleOf(head),
  crumb: ({ head }) => ({ label: titleOf(head) }),
};

const REASONS = Object.entries(END_REASON_LABELS).map(([value, label]) => ({ value, label }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewPlacementHead(actor, params["placementId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayWrite) throw forbidden();
  return { head };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return answerEnding(actor, params["placementId"] ?? "", await request.formData());
}

function titleOf({ name, endedOn }: { readonly name: string; readonly endedOn: string | null }) {
  return endedOn === null ? `${name}离岗` : `撤销${name}的离岗`;
}

export default function EndPlacement() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const hasEnded = head.endedOn !== null;
  return (
    <>
      <PageHeader
        title={titleOf(head)}
        note={`${head.employerName} · ${head.startedOn} 上岗 · ${head.maskedId}`}
      />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-2xl">
        <Form method="post">
          <input type="hidden" name="version" value={head.version} />
          <FormFeedback feedback={answer}>
            {hasEnded ? <Reopening head={head} /> : <Ending />}
            <div className="mt-4 flex flex-wrap gap-2">
              <SubmitButton
                name="intent"
                value={hasEnded ? "reopen" : "end"}
                pendingLabel="正在保存…"
              >
                {hasEnded ? "撤销离岗" : "登记离岗"}
              </SubmitButton>
              <ButtonLink to={`/placements/${head.id}`}>返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}

function Ending() {
  return (
    <div className="space-y-4">
      <DateField name="endedOn" label="离岗日期（最后一个工作日）" required />
      <RadioGroup name="reason" label="离岗原因" inline required options={REASONS} />
    </div>
  );
}

function Reopening({ head }: Pick<SerializeFrom<typeof loader>, "head">) {
  return (
    <>
      <Notice kind="warning">
        {`已登记 ${head.endedOn ?? ""} 离岗（${head.endReason || "未写原因"}）。撤销后恢复为在岗，原登记留在操作留痕中。`}
      </Notice>
      <TextAreaField
        name="reason"
        label="撤销原因"
        hint="如 登记错人、日期填错、本人实际未离开"
        required
        rows={3}
        maxLength={200}
      />
    </>
  );
}
