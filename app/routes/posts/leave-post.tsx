import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewAppointmentHead } from "~/data/posts/appointment-head-view.server";
import { LEAVE_REASON_LABELS } from "~/domain/posts/post";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
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
import { answerLeaving } from "./life-answers.server";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => titleOf(head),
  crumb: ({ head }) => ({ label: titleOf(head) }),
};

const REASONS = Object.entries(LEAVE_REASON_LABELS).map(([value, label]) => ({ value, label }));

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewAppointmentHead(actor, params["appointmentId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayWrite) throw forbidden();
  return { head };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { appointmentId } = params;
  if (!isUuid(appointmentId)) throw notFound();
  return answerLeaving(actor, appointmentId, await request.formData());
}

function titleOf({ name, leftOn }: { readonly name: string; readonly leftOn: string | null }) {
  return leftOn === null ? `${name}提前退岗` : `撤销${name}的退岗`;
}

export default function LeavePost() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const hasLeft = head.leftOn !== null;
  return (
    <>
      <PageHeader
        title={titleOf(head)}
        note={`${head.title} · ${head.startsOn} 至 ${head.endsOn} · ${head.maskedId}`}
      />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-2xl">
        <Form method="post">
          <input type="hidden" name="version" value={head.version} />
          <FormFeedback feedback={answer}>
            {hasLeft ? <Returning leftOn={head.leftOn ?? ""} /> : <Leaving />}
            <div className="mt-4 flex flex-wrap gap-2">
              <SubmitButton
                name="intent"
                value={hasLeft ? "return" : "leave"}
                pendingLabel="正在保存…"
              >
                {hasLeft ? "撤销退岗" : "登记退岗"}
              </SubmitButton>
              <ButtonLink to={`/posts/appointments/${head.id}`}>返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}

function Leaving() {
  return (
    <div className="space-y-4">
      <Notice kind="info">
        请按实际填写最后在岗日。其后的考勤一律记为不在岗，不再发工资；其后已经发放的，列为“退岗后多发”，由经办人登记扣回。
      </Notice>
      <DateField name="leftOn" label="最后在岗日" required />
      <RadioGroup name="reason" label="退岗原因" inline required options={REASONS} />
      <TextAreaField name="note" label="说明" rows={2} maxLength={200} />
    </div>
  );
}

function Returning({ leftOn }: { readonly leftOn: string }) {
  return (
    <>
      <Notice kind="warning">
        {`已登记 ${leftOn} 退岗。撤销后恢复到原任期，退岗前登记过的考勤一并恢复，没有登记过的需要补登，原登记留在操作留痕中。`}
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
