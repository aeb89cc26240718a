import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { documentChoices, viewDocument } from "~/data/funds/document-view.server";
import { clauseText, deadlineText, documentLabel } from "~/domain/funds/document";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerDocument } from "./document-answers.server";
import { DocumentFields } from "./document-fields";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: "修改文件登记",
  crumb: ({ label }) => ({ label: `修改：${label}` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const page = await viewDocument(actor, params["documentId"] ?? "", dayInChina(now()));
  if (page === null || !page.isOwn) throw notFound();
  if (!page.mayWrite) throw forbidden();
  const { id, version, regionCode, issuer, number, title, note, ...one } = page.document;
  const stored = {
    ...{ issuer, number, title, note, issuedOn: one.issuedOn ?? "" },
    ...{ supersedesId: one.supersedesId ?? "", clauses: clauseText(one.clauses) },
    deadlines: deadlineText(one.deadlines),
  };
  const documents = (await documentChoices(actor)).filter((other) => other.id !== id);
  return { id, version, regionCode, stored, documents, label: documentLabel(page.document) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  return answerDocument(actor, params["documentId"] ?? "", await request.formData());
}

export default function EditDocument() {
  const { id, version, regionCode, stored, documents, label } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader title="修改文件登记" note={label} />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-4xl">
        <Form method="post">
          <FormFeedback feedback={answer}>
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="regionCode" value={regionCode} />
            <DocumentFields documents={documents} stored={stored} />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在保存…">保存</SubmitButton>
              <ButtonLink to={`/documents/${id}`}>返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
