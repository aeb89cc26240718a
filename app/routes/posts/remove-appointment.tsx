import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewAppointmentHead } from "~/data/posts/appointment-head-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
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
import { answerRemoving } from "./life-answers.server";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `撤销${head.name}的聘用登记`,
  crumb: ({ head }) => ({ label: `撤销${head.name}的聘用登记` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewAppointmentHead(actor, params["appointmentId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayRemove) throw forbidden();
  return { head };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { appointmentId } = params;
  if (!isUuid(appointmentId)) throw notFound();
  return answerRemoving(actor, appointmentId, await request.formData());
}

export default function RemoveAppointment() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={`撤销${head.name}的聘用登记`}
        note={`${head.title} · ${head.startsOn} 至 ${head.endsOn}`}
      />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-2xl">
        <Notice kind="warning">
          {`撤销后${head.name}（${head.maskedId}）不再占用岗位，登记留在历史中。已列入工资表的不能撤销；人提前离开的应办理退岗，不要撤销。`}
        </Notice>
        <Form method="post">
          <input type="hidden" name="version" value={head.version} />
          <FormFeedback feedback={answer}>
            <TextAreaField
              name="reason"
              label="撤销原因"
              hint="如 本人放弃、公示异议成立、登记错人"
              required
              rows={3}
              maxLength={200}
              className="mb-4"
            />
            <div className="flex flex-wrap gap-2">
              <SubmitButton variant="danger" pendingLabel="正在撤销…">
                撤销登记
              </SubmitButton>
              <ButtonLink to={`/posts/appointments/${head.id}`}>返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
