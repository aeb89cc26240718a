import { redirect } from "@remix-run/node";
import type { Actor } from "~/domain/access/actor";
import { studentForm } from "~/domain/employers/student";
import { LOOK_UP_REFUSALS } from "~/domain/people/look-up-limit";
import { explainPerson } from "~/domain/people/person-refusal";
import { placedPersonForm } from "~/domain/placements/filing";
import { asTypedNumber, looksLikeNumber } from "~/domain/people/typed-number";
import { now } from "~/platform/clock.server";
import {
  registerStudent,
  type RegisterStudentRefusal,
} from "~/usecases/employers/save-student.server";
import { lookUpNumber } from "~/usecases/people/look-up-number.server";
import { errorsByField } from "../form-values";

type Values = Readonly<Record<string, string>>;
interface Refused {
  readonly values: Values;
  readonly errors: Readonly<Record<string, string>>;
}

const NOBODY =
  "您的县里还没有登记过这个身份证号的人；是本县人员的，在下面填写身份证号、姓名和学校一并登记";

/** A name goes into the address and is chosen from a list; a number in full leads to the person at once. */
export async function findStudentPerson(actor: Actor, values: Values): Promise<Response | Refused> {
  const text = (values["q"] ?? "").trim();
  const number = asTypedNumber(text);
  // What may be a number is not sent back.
  const refuse = (q: string): Refused => ({ values: {}, errors: { q } });
  if (number === null) {
    if (looksLikeNumber(text)) return refuse("身份证号须是完整、正确的 18 位，请对照身份证核对");
    if (text === "") return refuse("请填写姓名或身份证号");
    return redirect(`/students/new?${new URLSearchParams({ q: text.slice(0, 40) }).toString()}`);
  }
  const found = await lookUpNumber(actor, number, now());
  if (!found.ok) return refuse(LOOK_UP_REFUSALS[found.refusal.kind]);
  const { personId } = found.value;
  return personId === null ? refuse(NOBODY) : redirect(`/students/new?person=${personId}`);
}

/** The person chosen, or entered with his schooling; the county is his own. */
export async function answerNewStudent(actor: Actor, values: Values): Promise<Response | Refused> {
  const { chosen, typed } = placedPersonForm;
  const { personId = "" } = values;
  const person = personId === "" ? typed.safeParse(values) : chosen.safeParse({ personId });
  const read = studentForm.safeParse(values);
  if (!person.success || !read.success) {
    const errors = [person, read].map((one) => (one.success ? {} : errorsByField(one.error)));
    return { values, errors: Object.assign({}, ...errors) as Record<string, string> };
  }
  const outcome = await registerStudent(actor, person.data, read.data, now());
  if (outcome.ok) return redirect(`/students/${outcome.value}?done=create`);
  return { values, errors: explain(outcome.refusal) };
}

function explain(refusal: RegisterStudentRefusal): Record<string, string> {
  switch (refusal.kind) {
    case "forbidden":
      return { form: "您没有登记该县学生的权限" };
    case "duplicate":
      return { schoolName: "这个人在这所学校已经登记过" };
    case "personUnknown":
    case "numberWrong":
    case "nameWrong":
    case "phoneWrong":
    case "otherName":
    case "registryOtherName":
    case "otherCounty":
      return explainPerson(refusal.kind);
  }
}
