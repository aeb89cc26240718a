import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listOpenVacancies } from "~/data/employers/open-vacancies-view.server";
import { viewStudent } from "~/data/employers/student-view.server";
import { shanghaiDistricts } from "~/data/regions/region-name-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { notFound } from "~/platform/http/not-found.server";
import { Notice } from "~/ui/display/notice";
import { ErrorSummary } from "~/ui/forms/error-summary";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { StepCard } from "./step-card";
import { answerStudentForm } from "./student-answers.server";
import { RemoveCard } from "../remove-card";
import { ChangeStudent } from "./student-forms";
import { StudentFrame } from "./student-frame";
import { DutyNotice, StepTimeline, StudentFacts } from "./student-parts";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ student }) => student.name,
  crumb: ({ student }) => ({ label: student.name }),
};

const DONE = new Map([
  ["create", "学生已登记。"],
  ["step", "已登记。"],
  ["change", "已保存。"],
  ["remove", "已撤销登记。"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const student = await viewStudent(actor, params["studentId"], today);
  if (student === null) throw notFound();
  const { mayWrite } = student;
  return {
    ...{ student, today, done: new URL(request.url).searchParams.get("done") ?? "" },
    vacancies: mayWrite ? await listOpenVacancies(actor, today) : [],
    districts: mayWrite ? shanghaiDistricts() : [],
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const studentId = params["studentId"];
  if (!isUuid(studentId)) throw notFound();
  return answerStudentForm(actor, studentId, await request.formData());
}

export default function Student() {
  const { student, today, done, vacancies, districts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const said = answer === undefined ? DONE.get(done) : undefined;
  const feedbackOf = (intent: string) => (answer?.intent === intent ? answer : undefined);
  return (
    <StudentFrame student={student} current="overview">
      <ErrorSummary errors={answer?.errors} />
      {said !== undefined && (
        <Notice kind="success" live>
          {said}
        </Notice>
      )}
      <DutyNotice student={student} />
      <StudentFacts student={student} />
      {student.mayWrite && (
        <StepCard
          student={student}
          vacancies={vacancies}
          today={today}
          feedback={feedbackOf("step")}
        />
      )}
      <StepTimeline student={student} />
      {student.mayWrite && (
        <>
          <ChangeStudent student={student} districts={districts} feedback={feedbackOf("change")} />
          <RemoveCard
            note="登记有误时使用；记录保留，不再列入跟踪"
            version={student.version}
            feedback={feedbackOf("remove")}
          />
        </>
      )}
    </StudentFrame>
  );
}
