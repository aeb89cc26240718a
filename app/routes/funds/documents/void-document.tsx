import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewDocument } from "~/data/funds/document-view.server";
import { documentLabel } from "~/domain/funds/document";
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
import { answerVoidDocument } from "./document-answers.server";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: "作废文件登记",
  crumb: ({ label }) => ({ label: `作废：${label}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = await viewDocument(actor, params["documentId"] ?? "", dayInChina(now()));
  if (page === null || !page.isOwn) throw notFound();
  if (!page.mayWrite) throw forbidden();
  const { id, version, title } = page.document;
  return { id, version, title, label: documentLabel(page.document) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return answerVoidDocument(actor, params["documentId"] ?? "", await request.formData());
}

export default function VoidDocument() {
  const { id, version, title, label } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="作废文件登记" note={`${label} ${title}`} />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-2xl">
        <Notice kind="warning">
          只用于登记错的文件；文件被新文件替代的，登记新文件时选“替代的文件”，不要作废。作废后不能恢复。
        </Notice>
        <Form method="post">
          <FormFeedback feedback={answer}>
            <input type="hidden" name="version" value={version} />
            <TextAreaField
              name="reason"
              label="作废原因"
              required
              rows={3}
              maxLength={300}
              className="mb-4"
            />
            <div className="flex flex-wrap gap-2">
              <SubmitButton variant="danger" pendingLabel="正在作废…">
                作废登记
              </SubmitButton>
              <ButtonLink to={`/documents/${id}`}>返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
