import { data, redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { STUDENT_STATE_LABELS, studentForm } from "~/domain/employers/student";
import { stepForm } from "~/domain/employers/student-step";
import { now } from "~/platform/clock.server";
import { forbidden, notFound } from "~/platform/http/not-found.server";
import {
  removeStudent,
  type RemoveStudentRefusal,
} from "~/usecases/employers/remove-student.server";
import {
  rewriteStudent,
  type ChangeStudentRefusal,
} from "~/usecases/employers/save-student.server";
import { takeStep, type StepRefusal } from "~/usecases/employers/take-student-step.server";
import { errorsByField, typedValues } from "../form-values";
import { pickEmployer } from "../pick-employer.server";

type Errors = Record<string, string>;
type Refusal = ChangeStudentRefusal | RemoveStudentRefusal | StepRefusal;

/** Answers the forms of a student's page; the button that was pressed is the `intent`. */
export async function answerStudentForm(actor: Actor, studentId: string, form: FormData) {
  const values = typedValues(form);
  const intent = values["intent"] ?? "";
  const asked = { studentId, version: Number(values["version"]) };
  const refuse = (errors: Errors, status = 422) => data({ intent, values, errors }, { status });
  const finish = (outcome: { readonly ok: true } | { readonly ok: false; refusal: Refusal }) =>
    outcome.ok
      ? redirect(`/students/${studentId}?done=${intent}`)
      : refuse(...explain(outcome.refusal));
  switch (intent) {
    case "step": {
      const read = stepForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      const picked = await pickEmployer(actor, values["employer"] ?? "");
      if (!picked.ok) return refuse({ employer: picked.message });
      const step = { ...read.data, employerId: picked.employerId };
      return finish(await takeStep(actor, asked, step, now()));
    }
    case "change": {
      const read = studentForm.safeParse(values);
      if (!read.success) return refuse(errorsByField(read.error));
      return finish(await rewriteStudent(actor, asked, read.data, now()));
    }
    case "remove":
      return finish(
        await removeStudent(actor, { ...asked, reason: values["reason"] ?? "" }, now()),
      );
    default:
      return refuse({ form: "没有认出要做的操作，请重新载入本页后再试" });
  }
}

function explain(refusal: Refusal): [Errors, number] {
  switch (refusal.kind) {
    case "notFound":
      throw notFound();
    case "forbidden":
      throw forbidden();
    case "removed":
      return [{ form: "这名学生的登记已撤销，不能再改" }, 409];
    case "changedByOthers":
      return [{ form: "别人刚刚登记过这名学生的情况，请重新载入本页，核对后再办" }, 409];
    case "duplicate":
      return [{ schoolName: "这个人在这所学校另有一条登记" }, 422];
    case "reasonMissing":
      return [{ reason: "请写明撤销登记的原因" }, 422];
    case "wrongState":
      return [{ kind: `学生现为“${STUDENT_STATE_LABELS[refusal.state]}”，不能办理这一项` }, 409];
    case "inFuture":
      return [{ doneOn: "办理日期不能晚于今天" }, 422];
    case "beforeSchool":
      return [{ doneOn: `办理日期不能早于入学日期 ${refusal.enrolledOn}` }, 422];
    case "noteMissing":
      return [{ note: "办理这一项须写明情况" }, 422];
    case "noEmployer":
      return [{ employer: "推荐岗位、录用意向须写明用人单位，或选定岗位" }, 422];
    case "noPlacement":
      return [{ placementId: "就业须选定本人入学以后的一条就业登记；没有的先登记转移就业" }, 422];
  }
}
