import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { documentChoices, documentRegions } from "~/data/funds/document-view.server";
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
import { answerNewDocument } from "./document-answers.server";
import { DocumentFields } from "./document-fields";

export const handle: PageHandle = {
  title: "登记文件",
  crumb: () => ({ label: "登记文件" }),
};

async function writerOf(request: Request) {
  const actor = await requireActor(request);
  const regions = documentRegions(actor, dayInChina(now()));
  if (regions.length === 0) throw forbidden();
  return { actor, regions };
}

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, regions } = await writerOf(request);
  return { regions, documents: await documentChoices(actor) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await writerOf(request);
  return answerNewDocument(actor, await request.formData());
}

export default function NewDocument() {
  const { regions, documents } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title="登记文件"
        note="文号可能重复，请把发文单位、文号和日期写全；同一文件只登记一次。"
      />
      <ErrorSummary errors={answer?.errors} />
      <Card className="max-w-4xl">
        <Form method="post">
          <FormFeedback feedback={answer}>
            <RegionPicker
              name="regionCode"
              label="适用地区"
              regions={regions}
              required
              defaultValue={regions.find(({ code }) => code.endsWith("00"))?.code}
              className="mb-4 md:w-80"
            />
            <DocumentFields documents={documents} />
            <div className="mt-5 flex flex-wrap gap-2">
              <SubmitButton pendingLabel="正在登记…">登记文件</SubmitButton>
              <ButtonLink to="/documents">返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
