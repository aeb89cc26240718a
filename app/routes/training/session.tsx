import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { viewSession } from "~/data/training/session-view.server";
import { may } from "~/domain/access/policy";
import { writeHours } from "~/domain/training/timetable";
import { dayInChina, now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { ClassFrame } from "./class-frame";
import { ClassWritingNotice } from "./class-writing-notice";
import { cancelFrom, changeFrom } from "./session-actions.server";
import { CancelSessionForm, ChangeSessionForm } from "./session-change-forms";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ session }) => `修改课次 ${session.heldOn} ${writeHours(session)}`,
  crumb: () => ({ label: "修改课次" }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  const session = head && (await viewSession(actor, head.id, params["sessionId"]));
  if (head === null || session === null) throw notFound();
  if (!may(actor, "class.write", head.countyCode, today)) throw forbidden();
  return { head, session };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const form = await request.formData();
  const { classId = "", sessionId = "" } = params;
  const where = { classId, sessionId, version: Number(form.get("version") ?? 0) };
  const answer =
    form.get("intent") === "cancel"
      ? await cancelFrom(actor, where, form)
      : await changeFrom(actor, where, form);
  if (answer.errors === null) return redirect(`/classes/${classId}/sessions?done=${answer.done}`);
  return data({ values: answer.values, errors: answer.errors }, { status: 422 });
}

export default function Session() {
  const { head, session } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isOpen = !head.isSealed && head.completedOn === null && !session.isCancelled;
  return (
    <ClassFrame head={head} current="sessions">
      <ErrorSummary errors={answer?.errors} />
      <ClassWritingNotice head={head} />
      {session.isCancelled && (
        <Notice kind="info">
          {`${session.heldOn} ${writeHours(session)} 的课次已取消：${session.cancelReason}`}
        </Notice>
      )}
      {isOpen && <ChangeSessionForm session={session} feedback={answer} />}
      {isOpen && <CancelSessionForm session={session} feedback={answer} />}
    </ClassFrame>
  );
}
