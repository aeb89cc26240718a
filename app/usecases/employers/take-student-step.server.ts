import {
  stepPlace,
  type StepPlaceRefusal,
  type StepToTake,
} from "~/data/employers/step-place.server";
import { changeStudent, findStudent, saveStep } from "~/data/employers/student-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { StudentState } from "~/domain/employers/student";
import { needsNote, stateAfter } from "~/domain/employers/student-step";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type StepRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "changedByOthers" }
  | { readonly kind: "wrongState"; readonly state: StudentState }
  | { readonly kind: "inFuture" }
  | { readonly kind: "beforeSchool"; readonly enrolledOn: string }
  | { readonly kind: "noteMissing" }
  | StepPlaceRefusal;

/** Writes down what was done for a student and moves him on; 就业 only with a placement of that person. */
export function takeStep(
  actor: Actor,
  asked: { readonly studentId: string; readonly version: number },
  step: StepToTake,
  now: Date,
): Promise<Outcome<StudentState, StepRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const student = await findStudent(tx, asked.studentId);
    if (student === null) return refused({ kind: "notFound" });
    if (!may(actor, "student.write", student.countyCode, today)) {
      return refused({ kind: "forbidden" });
    }
    if (student.isRemoved) return refused({ kind: "removed" });
    if (student.version !== asked.version) return refused({ kind: "changedByOthers" });
    const { state: before, enrolledOn } = student;
    const state = stateAfter(before, step.kind);
    if (state === null) return refused({ kind: "wrongState", state: before });
    if (step.doneOn > today) return refused({ kind: "inFuture" });
    if (step.doneOn < enrolledOn) return refused({ kind: "beforeSchool", enrolledOn });
    const note = withNumbersMasked(step.note);
    if (needsNote(step.kind) && note === "") return refused({ kind: "noteMissing" });
    const place = await stepPlace(tx, student, step);
    if (!place.ok) return place;
    const { placementId, employerId } = place.value;
    if (!(await changeStudent(tx, student, { state, placementId }))) {
      return refused({ kind: "changedByOthers" });
    }
    const { kind, doneOn } = step;
    const vacancyId = step.vacancyId === "" || kind === "PLACEMENT" ? null : step.vacancyId;
    await saveStep(tx, student, { kind, doneOn, employerId, vacancyId, note }, { actor, now });
    const detail = { kind, startsOn: doneOn, from: before, to: state };
    await leaveWorkTrail(tx, actor, student, "student.takeStep", now, detail);
    return done(state);
  });
}
