import { data } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewFormRequest } from "~/data/posts/post-forms-view.server";
import { carriesNumbers, POST_FORM_NAMES, postFormId } from "~/domain/posts/post-form";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { Button, ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { PageHeader } from "~/ui/display/page-header";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import { TextField } from "~/ui/forms/text-field";
import type { PageHandle } from "~/ui/frame/page-handle";
import { landscapeLinks } from "~/ui/print/page-links";
import { PaperForm } from "~/ui/print/paper-form";
import { requireActor } from "~/usecases/access/require-actor.server";
import { makePostForm } from "~/usecases/posts/make-post-form.server";
import { formErrors, PURPOSE_MISSING, readPurpose } from "./form-answer.server";
import { formQuery, readFormAddress } from "./form-address";

export const links = landscapeLinks;

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ id }) => POST_FORM_NAMES[id],
  frame: "bare",
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const search = new URL(request.url).searchParams;
  const id = postFormId(params["form"]);
  const asked = readFormAddress(request, today);
  const view = id && (await viewFormRequest(actor, id, asked, today));
  if (id === null || view === null) throw notFound();
  if (!view.mayMake) throw forbidden();
  // The download answers with a file or comes back here: it has no page of its own to refuse on.
  const refused = search.has("refused") ? PURPOSE_MISSING : null;
  return { id, asked, refused, label: view.label, printedBy: actor.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const id = postFormId(params["form"]);
  if (id === null) throw notFound();
  const of = readFormAddress(request, dayInChina(now()));
  const purpose = readPurpose(await request.formData());
  const asked = { ...of, form: id, purpose };
  const outcome = await makePostForm(actor, { ...asked, medium: "print" }, now());
  if (!outcome.ok) {
    const errors = formErrors(outcome.refusal);
    return data({ printed: null, values: { purpose }, errors }, { status: 422 });
  }
  const { form: filled, copyNo, madeAt } = outcome.value;
  const headers = { "Cache-Control": "no-store" };
  const printed = { form: filled, copyNo, madeAt };
  return data({ printed, values: null, errors: null }, { headers });
}

export default function PostFormPage() {
  const { id, asked, label, refused, printedBy } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.printed) return <PaperForm {...answer.printed} printedBy={printedBy} />;
  const errors = answer?.errors ?? refused ?? undefined;
  return (
    <>
      <PageHeader title={POST_FORM_NAMES[id]} note={label} />
      <ErrorSummary errors={errors} />
      <Card className="max-w-2xl">
        {/* Paper is a new page and a workbook a file: the browser itself sends this form. */}
        <Form method="post" reloadDocument className="space-y-4">
          <FormFeedback feedback={{ values: answer?.values ?? {}, ...(errors && { errors }) }}>
            {carriesNumbers(id) && (
              <TextField
                name="purpose"
                label="用途"
                hint="如 报账附件；无权查看完整号码的隐去中间数字"
                required
                maxLength={100}
              />
            )}
            <p className="text-slate-600">每次打印和下载都会留痕，页脚印有经办人、时间和份号。</p>
            <div className="flex flex-wrap gap-2">
              <Button type="submit" variant="primary" icon="print">
                生成打印页
              </Button>
              <Button
                type="submit"
                formAction={`/posts/forms/${id}/file${formQuery(asked)}`}
                icon="export"
              >
                下载 xlsx
              </Button>
              <ButtonLink to={`/posts/forms${formQuery({ ...asked, which: "" })}`}>返回</ButtonLink>
            </div>
          </FormFeedback>
        </Form>
      </Card>
    </>
  );
}
