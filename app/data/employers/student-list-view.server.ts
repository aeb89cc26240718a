import type { Actor } from "~/domain/access/actor";
import { OPEN_STATES, type StudentState } from "~/domain/employers/student";
import {
  contactedSince,
  isContactOverdue,
  nearUntil,
  settlingOn,
  type Settling,
} from "~/domain/employers/student-follow";
import { stateWords } from "~/domain/employers/student-state";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { maskIdCardNumber } from "~/domain/shared/masking";
import { openNumbers } from "~/data/people/person-store.server";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { regionName } from "~/platform/reference/region-codes.server";

export interface StudentFilter {
  /** Six digits; empty for every county in scope. */
  readonly county: string;
  readonly state: StudentState | null;
  /** Work to be done: near or after graduation without a job, or not contacted for long. */
  readonly work: "settle" | "contact" | null;
  /** Part of the school's name. */
  readonly school: string;
  /** Beginning of the name. */
  readonly name: string;
}

export interface StudentRow {
  readonly id: string;
  readonly name: string;
  readonly maskedId: string;
  readonly countyName: string;
  readonly schoolName: string;
  readonly major: string;
  readonly graduatesOn: string;
  readonly state: StudentState;
  readonly stateWords: string;
  /** Null before the first step. */
  readonly lastStepOn: string | null;
  readonly settling: Settling;
  readonly isOverdue: boolean;
}

type Derived = "maskedId" | "countyName" | "settling" | "isOverdue" | "stateWords";

type Stored = Omit<StudentRow, Derived> & {
  /** Day of the last step, or of the registration. */
  readonly followedOn: string;
  readonly countyCode: string;
  readonly idIndex: Uint8Array;
  readonly idSealed: Uint8Array;
};

/** Day in China of the last step of the student `s`, or of the registration. */
const LAST_STEP = Prisma.sql`coalesce((SELECT max(t.done_on) FROM student_step t
  WHERE t.student_id = s.id), (s.created_at AT TIME ZONE 'Asia/Shanghai')::date)`;

/** The standing students of the actor's counties, who graduates first stands first. */
export async function listStudents(
  actor: Actor,
  filter: StudentFilter,
  on: CalendarDate,
  wanted: { readonly size: number; readonly cursor: KeyCursor },
): Promise<KeyPage<StudentRow>> {
  const { size, cursor } = wanted;
  const way = cursor.before === null ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  const stored = await inTransaction(
    actor,
    (tx) => tx.$queryRaw<Stored[]>`
      SELECT s.id, p.name, p.id_index AS "idIndex", p.id_sealed AS "idSealed",
        s.county_code AS "countyCode", s.school_name AS "schoolName", s.major,
        s.graduates_on::text AS "graduatesOn", s.state, ${LAST_STEP}::text AS "followedOn",
        (SELECT max(t.done_on)::text FROM student_step t WHERE t.student_id = s.id) AS "lastStepOn"
      FROM vocational_student s JOIN person p ON p.id = s.person_id
      WHERE s.removed_at IS NULL AND ${matching(filter, on)} AND ${beyond(cursor)}
      ORDER BY s.graduates_on ${way}, s.id ${way} LIMIT ${size + 1}`,
  );
  return keyPage(
    stored.map((row) => asRow(row, on)),
    size,
    cursor,
    (row) => row.id,
  );
}

/** The two kinds of work, as the work list and the todos count them. */
export function studentsToDo(work: "settle" | "contact", on: CalendarDate): Prisma.Sql {
  const open = Prisma.sql`s.removed_at IS NULL AND s.state = ANY (${[...OPEN_STATES]})`;
  return work === "settle"
    ? Prisma.sql`${open} AND s.graduates_on <= ${nearUntil(on)}::date`
    : Prisma.sql`${open} AND ${LAST_STEP} < ${contactedSince(on)}::date`;
}

function asRow(
  { idIndex, idSealed, countyCode, followedOn, ...row }: Stored,
  on: CalendarDate,
): StudentRow {
  const { idCardNumber } = openNumbers({ idIndex, idSealed, phoneSealed: null });
  const { state } = row;
  const followed = { state, graduatesOn: day(row.graduatesOn), lastStepOn: day(followedOn) };
  return {
    ...row,
    maskedId: maskIdCardNumber(idCardNumber),
    countyName: regionName(countyCode) ?? countyCode,
    stateWords: stateWords(followed, on),
    settling: settlingOn(followed, on),
    isOverdue: isContactOverdue(followed, on),
  };
}

function matching(filter: StudentFilter, on: CalendarDate): Prisma.Sql {
  const { county, state, work, school, name } = filter;
  const conditions = [Prisma.sql`TRUE`];
  if (county !== "") conditions.push(Prisma.sql`s.county_code = ${county}`);
  if (state !== null) conditions.push(Prisma.sql`s.state = ${state}`);
  if (school !== "") conditions.push(Prisma.sql`strpos(s.school_name, ${school}) > 0`);
  if (name !== "") conditions.push(Prisma.sql`starts_with(p.name, ${name})`);
  if (work !== null) conditions.push(studentsToDo(work, on));
  return Prisma.join(conditions, " AND ");
}

function beyond({ before, after }: KeyCursor): Prisma.Sql {
  const id = before ?? after;
  if (id === null) return Prisma.sql`TRUE`;
  const edge = Prisma.sql`(SELECT b.graduates_on, b.id FROM vocational_student b WHERE b.id = ${id}::uuid)`;
  return before === null
    ? Prisma.sql`(s.graduates_on, s.id) > ${edge}`
    : Prisma.sql`(s.graduates_on, s.id) < ${edge}`;
}
