import { data, redirect } from "@remix-run/node";
import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewAttendance } from "~/data/training/attendance-view.server";
import { viewClassHead } from "~/data/training/class-head-view.server";
import { whyNotWritten } from "~/domain/training/class-writing";
import { writeHours } from "~/domain/training/timetable";
import { weekdayLabel, weekdayOf } from "~/domain/training/weekday";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import { ButtonLink } from "~/ui/actions/button";
import { Card } from "~/ui/display/card";
import { DescriptionList } from "~/ui/display/description-list";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { recordAttendance } from "~/usecases/training/record-attendance.server";
import { askedMarks, attendanceErrors } from "./attendance-answer.server";
import { AttendanceSheet } from "./attendance-sheet";
import { ClassFrame } from "./class-frame";
import { ClassWritingNotice } from "./class-writing-notice";

type Loaded = SerializeFrom<typeof loader>;

export const handle: PageHandle<Loaded> = {
  title: ({ page }) => `考勤 ${page.session.heldOn} ${writeHours(page.session)}`,
  crumb: () => ({ label: "考勤" }),
};

async function find({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const head = await viewClassHead(actor, params["classId"], today);
  if (head === null) throw notFound();
  const where = { classId: head.id, rosterId: head.roster?.id ?? null };
  const page = await viewAttendance(actor, where, params["sessionId"]);
  if (page === null) throw notFound();
  return { actor, today, head, page };
}

export async function loader(args: LoaderFunctionArgs) {
  const { actor, today, head, page } = await find(args);
  const { session } = page;
  const isOpen = !session.isCancelled && session.heldOn <= today;
  const mayWrite = isOpen && whyNotWritten(actor, head, today) === null;
  const saved = new URL(args.request.url).searchParams.get("saved");
  return { head, page, mayWrite, isEarly: session.heldOn > today, isSaved: saved === "1" };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.clone().formData();
  const { actor, head, page } = await find(args);
  const { marks, values } = askedMarks(form, page.rows);
  const where = { classId: head.id, sessionId: page.session.id };
  const reason = (values["reason"] ?? "").slice(0, 200);
  const outcome = await recordAttendance(actor, { ...where, marks, reason }, now());
  if (outcome.ok) {
    return redirect(`/classes/${head.id}/sessions/${page.session.id}/attendance?saved=1`);
  }
  const errors = attendanceErrors(outcome.refusal, page.rows);
  return data({ values, errors }, { status: 422 });
}

export default function Attendance() {
  const { head, page, mayWrite, isEarly, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { session, rows } = page;
  const marked = rows.filter(({ state }) => state !== null).length;
  return (
    <ClassFrame
      head={head}
      current="sessions"
      actions={<ButtonLink to={`/classes/${head.id}/sessions`}>返回课程表</ButtonLink>}
    >
      <ErrorSummary errors={answer?.errors} />
      {isSaved && answer === undefined && (
        <Notice kind="success" live>
          {`考勤已保存，已登记 ${marked}/${rows.length} 人。`}
        </Notice>
      )}
      <ClassWritingNotice head={head} />
      {session.isCancelled && (
        <Notice kind="info">{`这次课已取消：${session.cancelReason}`}</Notice>
      )}
      {isEarly && <Notice kind="info">还没有到上课日，上课当天起才能登记考勤。</Notice>}
      <Card>
        <DescriptionList
          columns={2}
          items={[
            {
              term: "上课时间",
              detail: `${session.heldOn} ${weekdayLabel(weekdayOf(session.heldOn))} ${writeHours(session)}`,
            },
            { term: "课时", detail: `${session.classHours} 课时` },
            { term: "教师", detail: session.teacher },
            { term: "地点", detail: session.place },
          ]}
        />
      </Card>
      <AttendanceSheet rows={rows} mayWrite={mayWrite} feedback={answer} />
    </ClassFrame>
  );
}
