import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { listAppointmentChoices } from "~/data/posts/appointment-choices-view.server";
import { viewAppointmentHead } from "~/data/posts/appointment-head-view.server";
import { viewAppointment } from "~/data/posts/appointment-view.server";
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
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerChange } from "./appointment-answers.server";
import { AppointmentFields } from "./appointment-fields";
import { StandsLinks } from "./stands-links";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `修改${head.name}的聘用登记`,
  crumb: ({ head }) => ({ label: `修改${head.name}的聘用登记` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewAppointmentHead(actor, params["appointmentId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayWrite) throw forbidden();
  const { one, filed } = await viewAppointment(actor, head);
  if (filed === null) throw forbidden();
  const { quotaId, startsOn, endsOn, replacesId } = one;
  const { township, village, shortReason, note } = filed;
  return {
    head,
    replacesId,
    choices: await listAppointmentChoices(actor, [head.countyCode], quotaId),
    defaults: {
      ...{ quotaId: quotaId ?? "", township, village, startsOn, endsOn, shortReason, note },
    },
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const { appointmentId } = params;
  if (!isUuid(appointmentId)) throw notFound();
  return answerChange(actor, appointmentId, await request.formData());
}

export default function EditAppointment() {
  const { head, choices, defaults, replacesId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const back = <ButtonLink to={`/posts/appointments/${head.id}`}>返回</ButtonLink>;
  return (
    <>
      <PageHeader
        title={`修改${head.name}的聘用登记`}
        note={`${head.maskedId} · 保存时重新查验，并重新核对任期、岗位和工作`}
      />
      <ErrorSummary errors={answer?.errors} />
      <StandsLinks stands={answer?.stands ?? []} />
      {head.state === "confirmed" ? (
        <Notice kind="info" actions={back}>
          已确认聘用的不能修改：人提前离开的办理退岗，登记有误且没有列入工资表的，由审核人撤销后重新登记。
        </Notice>
      ) : (
        <Card className="max-w-4xl">
          <Form method="post">
            <input type="hidden" name="version" value={head.version} />
            <input type="hidden" name="replacesId" value={replacesId ?? ""} />
            <FormFeedback feedback={answer}>
              <AppointmentFields choices={choices} defaults={defaults} />
              <div className="mt-5 flex flex-wrap gap-2">
                <SubmitButton pendingLabel="正在保存…">保存修改</SubmitButton>
                {back}
              </div>
            </FormFeedback>
          </Form>
        </Card>
      )}
    </>
  );
}
