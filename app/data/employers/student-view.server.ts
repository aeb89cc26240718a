import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { StudentState } from "~/domain/employers/student";
import { stepsFrom, type StepKind } from "~/domain/employers/student-step";
import { isContactOverdue, settlingOn, type Settling } from "~/domain/employers/student-follow";
import { stateWords } from "~/domain/employers/student-state";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { openNumbers } from "~/data/people/person-store.server";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { placementsSince, type PersonPlacement } from "./placement-of-person.server";

export interface StepRow {
  readonly id: string;
  readonly kind: StepKind;
  readonly doneOn: string;
  readonly employerName: string | null;
  readonly vacancyTitle: string | null;
  readonly note: string;
  readonly recordedByName: string;
}

export interface StudentPage {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly maskedId: string;
  readonly countyCode: string;
  readonly countyName: string;
  readonly schoolName: string;
  readonly districtCode: string | null;
  readonly districtName: string | null;
  readonly major: string;
  readonly enrolledOn: string;
  readonly graduatesOn: string;
  readonly state: StudentState;
  readonly placementId: string | null;
  readonly note: string;
  readonly version: number;
  readonly isRemoved: boolean;
  readonly settling: Settling;
  readonly isOverdue: boolean;
  readonly stateWords: string;
  /** Null before the first step. */
  readonly lastStepOn: string | null;
  readonly registeredOn: string;
  /** The latest first. */
  readonly steps: readonly StepRow[];
  readonly files: number;
  /** Steps that may be taken from here. */
  readonly next: readonly StepKind[];
  /** Of this person, begun since he went to the school. */
  readonly placements: readonly PersonPlacement[];
  readonly mayWrite: boolean;
}

/** One student with his steps; null when the actor may not read him. */
export function viewStudent(
  actor: Actor,
  id: string | undefined,
  on: CalendarDate,
): Promise<StudentPage | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return inTransaction(actor, async (tx) => {
    const one = await tx.vocationalStudent.findUnique({ where: { id } });
    if (one === null || !may(actor, "placement.read", one.countyCode, on)) return null;
    const person = await tx.person.findUnique({ where: { id: one.personId } });
    if (person === null) return null;
    const { personId, countyCode, schoolName, districtCode, major, placementId, note } = one;
    const [state, enrolledOn, isRemoved] = [
      one.state as StudentState,
      dayOf(one.enrolledOn),
      one.removedAt !== null,
    ];
    const graduatesOn = day(dayOf(one.graduatesOn));
    const steps = await stepsOf(tx, id);
    const lastStepOn = steps.map(({ doneOn }) => day(doneOn))[0] ?? null;
    const registeredOn = dayInChina(one.createdAt);
    const followed = { state, graduatesOn, lastStepOn: lastStepOn ?? registeredOn };
    const where = { subjectKind: "student", subjectId: id, voidedAt: null };
    return {
      ...{ id, personId, countyCode, schoolName, districtCode, major, enrolledOn, graduatesOn },
      ...{ state, placementId, note, version: one.version, isRemoved, lastStepOn, steps },
      ...{ registeredOn, stateWords: stateWords(followed, on) },
      name: person.name,
      maskedId: maskIdCardNumber(openNumbers(person).idCardNumber),
      countyName: regionName(countyCode) ?? countyCode,
      districtName: districtCode === null ? null : (regionName(districtCode) ?? districtCode),
      settling: settlingOn(followed, on),
      isOverdue: isContactOverdue(followed, on),
      files: await tx.workFile.count({ where }),
      next: stepsFrom(state),
      placements: await placementsSince(tx, personId, enrolledOn),
      mayWrite: !isRemoved && may(actor, "student.write", countyCode, on),
    };
  });
}

function stepsOf(tx: Tx, studentId: string): Promise<StepRow[]> {
  return tx.$queryRaw<StepRow[]>`
    SELECT t.id, t.kind, t.done_on::text AS "doneOn", e.name AS "employerName",
      v.title AS "vacancyTitle", t.note, t.recorded_by_name AS "recordedByName"
    FROM student_step t LEFT JOIN employer e ON e.id = t.employer_id
      LEFT JOIN vacancy v ON v.id = t.vacancy_id
    WHERE t.student_id = ${studentId}::uuid ORDER BY t.done_on DESC, t.id DESC`;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
