import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { viewTimetable } from "~/data/training/session-list-view.server";
import { may } from "~/domain/access/policy";
import { sessionForm } from "~/domain/training/session-form";
import { writeClock } from "~/domain/training/timetable";
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
import { errorsByField, textsOf } from "./form-issues";
import { SESSION_FIELDS, SessionFields } from "./session-fields";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ head }) => `${head.label}登记课次`,
  crumb: () => ({ label: "登记课次" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  if (!may(actor, "class.write", head.countyCode, today)) throw forbidden();
  // The next session is mostly like the last one: only its day is another.
  const last = (await viewTimetable(actor, head)).sessions.filter((one) => !one.isCancelled).at(-1);
  return { head, last: last ?? null };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const classId = params["classId"] ?? "";
  const values = textsOf(await request.formData(), SESSION_FIELDS);
  const parsed = sessionForm.safeParse(values);
  const sessions = parsed.success ? [parsed.data] : [];
  const outcome = await addSessions(actor, { classId, sessions }, now());
  if (outcome.ok) return redirect(`/classes/${classId}/sessions?done=add`);
  const errors = parsed.success
    ? { heldOn: messageOf(outcome.refusal) }
    : whatIsWrong(outcome.refusal, errorsByField(parsed.error.issues));
  return data({ values, errors }, { status: 422 });
}

/** Whoever may not write here learns that before what is wrong with his form. */
function whatIsWrong(refusal: AddSessionsRefusal, errors: Record<string, string>) {
  return refusal.kind === "nothing" ? errors : { heldOn: messageOf(refusal) };
}

function messageOf(refusal: AddSessionsRefusal): string {
  if (refusal.kind === "nothing") return "没有可登记的课次";
  return classWritingAnswer(refusal);
}

export default function NewSession() {
  const { head, last } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const start =
    last === null
      ? {}
      : {
          startsAt: writeClock(last.startsAt),
          endsAt: writeClock(last.endsAt),
          classHours: String(last.classHours),
          place: last.place,
          teacher: last.teacher,
        };
  const isOpen = !head.isSealed && head.completedOn === null;
  return (
    <ClassFrame head={head} current="sessions">
      <ErrorSummary errors={answer?.errors} />
      <ClassWritingNotice head={head} />
      {isOpen && (
        <Card title="登记课次" className="max-w-4xl">
          <Form method="post">
            <FormFeedback feedback={answer}>
              <SessionFields start={start} />
              <div className="mt-5 flex flex-wrap gap-2">
                <SubmitButton pendingLabel="正在登记…">登记课次</SubmitButton>
                <ButtonLink to={`/classes/${head.id}/sessions`}>返回</ButtonLink>
              </div>
            </FormFeedback>
          </Form>
        </Card>
      )}
    </ClassFrame>
  );
}
