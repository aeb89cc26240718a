import type { Actor } from "~/domain/access/actor";
import type { StudentForm, StudentState } from "~/domain/employers/student";
import type { StepKind } from "~/domain/employers/student-step";
import { isUuid } from "~/platform/http/list-address.server";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";
import type { TrailSubject } from "./work-trail.server";

export interface StudentRecord extends TrailSubject {
  readonly kind: "student";
  readonly personId: string;
  readonly state: StudentState;
  readonly enrolledOn: string;
  readonly isRemoved: boolean;
  readonly version: number;
}

/** The student, removed or not; null outside the transaction's scope. The label names the school, not the person. */
export async function findStudent(tx: Tx, id: string): Promise<StudentRecord | null> {
  if (!isUuid(id)) return null;
  const one = await tx.vocationalStudent.findUnique({
    where: { id },
    select: {
      ...{ countyCode: true, personId: true, schoolName: true, state: true, version: true },
      ...{ enrolledOn: true, removedAt: true },
    },
  });
  if (one === null) return null;
  const { countyCode, personId, version } = one;
  return {
    ...{ kind: "student", id, countyCode, personId, version, label: one.schoolName },
    state: one.state as StudentState,
    enrolledOn: one.enrolledOn.toISOString().slice(0, 10),
    isRemoved: one.removedAt !== null,
  };
}

/** False when the person is registered at that school already. */
export async function saveStudent(
  tx: Tx,
  student: StudentForm & {
    readonly id: string;
    readonly countyCode: string;
    readonly personId: string;
  },
  actor: Actor,
  now: Date,
): Promise<boolean> {
  const { id, countyCode, personId, ...form } = student;
  const stamp = { state: "STUDYING", createdBy: actor.userId, createdAt: now };
  const { count } = await tx.vocationalStudent.createMany({
    data: [{ id, countyCode, personId, ...columnsOf(form), ...stamp }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Whether another standing registration has the person at that school. */
export async function isRegisteredAt(
  tx: Tx,
  { id, personId }: StudentRecord,
  schoolName: string,
): Promise<boolean> {
  const where = { personId, schoolName, removedAt: null, id: { not: id } };
  return (await tx.vocationalStudent.count({ where })) > 0;
}

export type StudentChange =
  | StudentForm
  | { readonly state: StudentState; readonly placementId: string | null }
  | { readonly removedAt: Date; readonly removedReason: string };

/** False when somebody else came first. */
export async function changeStudent(
  tx: Tx,
  { id, version }: StudentRecord,
  change: StudentChange,
): Promise<boolean> {
  const { count } = await tx.vocationalStudent.updateMany({
    where: { id, version, removedAt: null },
    data: { ...("schoolName" in change ? columnsOf(change) : change), version: { increment: 1 } },
  });
  return count === 1;
}

export async function saveStep(
  tx: Tx,
  student: StudentRecord,
  step: {
    readonly kind: StepKind;
    readonly doneOn: string;
    readonly employerId: string | null;
    readonly vacancyId: string | null;
    readonly note: string;
  },
  by: { readonly actor: Actor; readonly now: Date },
): Promise<void> {
  const { userId: recordedBy, name: recordedByName } = by.actor;
  await tx.studentStep.create({
    data: {
      ...step,
      ...{ id: newId(), studentId: student.id, countyCode: student.countyCode },
      doneOn: new Date(step.doneOn),
      ...{ recordedBy, recordedByName, recordedAt: by.now },
    },
  });
}

/** The employer that offers the job, or null when there is no such vacancy. */
export async function employerOfVacancy(tx: Tx, vacancyId: string): Promise<string | null> {
  if (!isUuid(vacancyId)) return null;
  const select = { employerId: true };
  return (await tx.vacancy.findUnique({ where: { id: vacancyId }, select }))?.employerId ?? null;
}

function columnsOf({ enrolledOn, graduatesOn, ...form }: StudentForm) {
  return { ...form, enrolledOn: new Date(enrolledOn), graduatesOn: new Date(graduatesOn) };
}
