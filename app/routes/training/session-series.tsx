import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { may } from "~/domain/access/policy";
import { plannedSessions, seriesForm } from "~/domain/training/session-series";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { SubmitButton } from "~/ui/actions/submit-button";
import { Card } from "~/ui/display/card";
import { ErrorSummary } from "~/ui/forms/error-summary";
import { FormFeedback } from "~/ui/forms/form-feedback";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { addSessions, type AddSessionsRefusal } from "~/usecases/training/add-sessions.server";
import { ClassFrame } from "./class-frame";
import { classWritingAnswer } from "./class-writing-answer.server";
import { ClassWritingNotice } from "./class-writing-notice";
import { errorsByField } from "./form-issues";
import { SeriesFields } from "./series-fields";
import { readSeries } from "./series-form";
import { SeriesPreview } from "./series-preview";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}批量排课`,
  crumb: () => ({ label: "批量排课" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  if (!may(actor, "class.write", head.countyCode, today)) throw forbidden();
  return { head };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const at = now();
  const form = await request.formData();
  const classId = params["classId"] ?? "";
  const head = await viewClassHead(actor, classId, dayInChina(at));
  if (head === null) throw notFound();
  if (!may(actor, "class.write", head.countyCode, dayInChina(at))) throw forbidden();
  const { values, raw } = readSeries(form);
  const parsed = seriesForm.safeParse(raw);
  if (!parsed.success) {
    const errors = errorsByField(parsed.error.issues);
    return data({ values, errors, preview: null }, { status: 422 });
  }
  const sessions = plannedSessions(parsed.data);
  // Only what was previewed is added: a field changed afterwards is shown again first.
  const plan = JSON.stringify(raw);
  if (form.get("intent") !== "add" || form.get("plan") !== plan) {
    return data({ values, errors: null, preview: { sessions, plan } });
  }
  const outcome = await addSessions(actor, { classId, sessions }, at);
  if (outcome.ok) return redirect(`/classes/${classId}/sessions?done=add`);
  const errors = { fromOn: messageOf(outcome.refusal) };
  return data({ values, errors, preview: null }, { status: 422 });
}

function messageOf(refusal: AddSessionsRefusal): string {
  if (refusal.kind === "nothing") return "起止日期之间没有所选的星期";
  return classWritingAnswer(refusal);
}

export default function SessionSeries() {
  const { head } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const feedback = answer && { values: answer.values, errors: answer.errors ?? {} };
  const isOpen = !head.isSealed && head.completedOn === null;
  return (
    <ClassFrame head={head} current="sessions">
      <ErrorSummary errors={answer?.errors ?? undefined} />
      <ClassWritingNotice head={head} />
      {isOpen && (
        <Form method="post">
          <FormFeedback feedback={feedback}>
            {answer?.preview && <SeriesPreview {...answer.preview} />}
            <Card title="批量排课" className="max-w-4xl">
              <SeriesFields startsOn={head.startsOn} endsOn={head.endsOn} values={answer?.values} />
              <div className="mt-5 flex flex-wrap gap-2">
                <SubmitButton name="intent" value="preview" pendingLabel="正在生成…">
                  预览课次
                </SubmitButton>
                <ButtonLink to={`/classes/${head.id}/sessions`}>返回</ButtonLink>
              </div>
            </Card>
          </FormFeedback>
        </Form>
      )}
    </ClassFrame>
  );
}
