import type { ActionFunctionArgs, LoaderFunctionArgs, SerializeFrom } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { viewStudent } from "~/data/employers/student-view.server";
import { listWorkFiles } from "~/data/employers/work-files-view.server";
import { dayInChina, now } from "~/platform/clock.server";
import { notFound } from "~/platform/http/not-found.server";
import type { PageHandle } from "~/ui/frame/page-handle";
import { requireActor } from "~/usecases/access/require-actor.server";
import { answerWorkFiles } from "../work-files/files-answers.server";
import { FilesPart } from "../work-files/files-part";
import { StudentFrame } from "./student-frame";

export const handle: PageHandle<SerializeFrom<typeof loader>> = {
  title: ({ student }) => `${student.name}佐证材料`,
  crumb: ({ student }) => ({ label: `${student.name}佐证材料` }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const today = dayInChina(now());
  const student = await viewStudent(actor, params["studentId"], today);
  const files = student && (await listWorkFiles(actor, "student", student.id, today));
  if (student === null || files === null) throw notFound();
  return { student, files, done: new URL(request.url).searchParams.get("done") ?? "" };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const student = await viewStudent(actor, params["studentId"], dayInChina(now()));
  if (student === null) throw notFound();
  const { id, countyCode } = student;
  const subject = { kind: "student", id, countyCode } as const;
  return answerWorkFiles(actor, subject, request, `/students/${id}/files`);
}

export default function StudentFiles() {
  const { student, files, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <StudentFrame student={student} current="files">
      <FilesPart
        subject="student"
        files={files}
        done={done}
        answer={answer}
        purpose="如在读证明、毕业证、录用通知。"
      />
    </StudentFrame>
  );
}
