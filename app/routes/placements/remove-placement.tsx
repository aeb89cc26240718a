import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewPlacementHead } from "~/data/placements/placement-head-view.server";
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
import { answerRemoval } from "./life-answers.server";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ head }) => `移出${head.name}的就业登记`,
  crumb: ({ head }) => ({ label: `移出${head.name}的就业登记` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const head = await viewPlacementHead(actor, params["placementId"], dayInChina(now()));
  if (head === null) throw notFound();
  if (!head.mayWrite) throw forbidden();
  return { head };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return answerRemoval(actor, params["placementId"] ?? "", await request.formData());
}

export default function RemovePlacement() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={`移出${head.name}的就业登记`}
        note={`${head.employerName} · ${head.startedOn} 上岗`}
      />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-2xl">
        <Notice kind="warning">
          {`移出后这条登记不再计入任何数字，${head.name}（${head.maskedId}）的登记和佐证留在历史中。人已离开的，应办理离岗，不要移出。`}
        </Notice>
        <Form method="post">
          <input type="hidden" name="version" value={head.version} />
          <FormFeedback feedback={answer}>
            <TextAreaField
              name="reason"
              label="移出原因"
              hint="如 重复登记、登记错人"
              required
              rows={3}
              maxLength={200}
              className="mb-4"
            />
            <div className="flex flex-wrap gap-2">
              <SubmitButton variant="danger" pendingLabel="正在移出…">
                移出台账
              </SubmitButton>
              <ButtonLink to={`/placements/${head.id}`}>返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
