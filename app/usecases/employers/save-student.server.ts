import {
  changeStudent,
  findStudent,
  isRegisteredAt,
  saveStudent,
} from "~/data/employers/student-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import { settlePerson, type PersonRefusal } from "~/data/placements/placed-person-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { StudentForm } from "~/domain/employers/student";
import { withNumbersMasked } from "~/domain/people/typed-number";
import type { PlacedPerson } from "~/domain/placements/filing";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RegisterStudentRefusal =
  PersonRefusal | { readonly kind: "forbidden" } | { readonly kind: "duplicate" };

export type ChangeStudentRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "duplicate" }
  | { readonly kind: "changedByOthers" };

/**
 * Begins to follow a person at a Shanghai vocational school, for his home county; answers the student's id. He is
 * entered with it where nobody knows him yet: a student need never have been trained or placed.
 */
export function registerStudent(
  actor: Actor,
  asked: PlacedPerson,
  form: StudentForm,
  now: Date,
): Promise<Outcome<string, RegisterStudentRefusal>> {
  const today = dayInChina(now);
  const mayWrite = (county: string) => may(actor, "student.write", county, today);
  if (asked.personId === null && !mayWrite(asked.countyCode)) {
    return Promise.resolve(refused({ kind: "forbidden" }));
  }
  return inTransaction(actor, async (tx) => {
    const settled = await settlePerson(tx, asked, today, now);
    if (!settled.ok) return settled;
    const person = settled.value;
    const { countyCode } = person;
    if (!mayWrite(countyCode)) return refused({ kind: "forbidden" });
    const id = newId();
    const kept = { ...form, note: withNumbersMasked(form.note) };
    const student = { ...kept, id, countyCode, personId: person.id };
    if (!(await saveStudent(tx, student, actor, now))) return refused({ kind: "duplicate" });
    const subject = { kind: "student", id, countyCode, label: form.schoolName } as const;
    const detail = { personId: person.id, endsOn: form.graduatesOn };
    await leaveWorkTrail(tx, actor, subject, "student.register", now, detail);
    return done(id);
  });
}

/** Corrects what is registered of a student. */
export function rewriteStudent(
  actor: Actor,
  asked: { readonly studentId: string; readonly version: number },
  form: StudentForm,
  now: Date,
): Promise<Outcome<null, ChangeStudentRefusal>> {
  return inTransaction(actor, async (tx) => {
    const student = await findStudent(tx, asked.studentId);
    if (student === null) return refused({ kind: "notFound" });
    if (!may(actor, "student.write", student.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (student.isRemoved) return refused({ kind: "removed" });
    if (student.version !== asked.version) return refused({ kind: "changedByOthers" });
    if (await isRegisteredAt(tx, student, form.schoolName)) return refused({ kind: "duplicate" });
    const kept = { ...form, note: withNumbersMasked(form.note) };
    if (!(await changeStudent(tx, student, kept))) return refused({ kind: "changedByOthers" });
    const detail = { before: student.label, after: form.schoolName, endsOn: form.graduatesOn };
    await leaveWorkTrail(tx, actor, student, "student.change", now, detail);
    return done(null);
  });
}
