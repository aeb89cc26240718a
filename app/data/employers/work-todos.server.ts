import { studentsToDo } from "~/data/employers/student-list-view.server";
import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { AFTER_GRADUATION_DAYS, CONTACT_DAYS } from "~/domain/employers/student-follow";
import { day } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface WorkTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

const MOST_ROWS = 20;

/** Fairs held without proof or people, and students nobody has placed or spoken to, where he writes them. */
export async function workTodos(tx: Tx, actor: Actor, on: string): Promise<WorkTodo[]> {
  const fairs = await lackingFairs(tx, actor, on);
  const settle = await studentsByCounty(tx, actor, "settle", on);
  const contact = await studentsByCounty(tx, actor, "contact", on);
  return [
    ...fairs.slice(0, MOST_ROWS).map(({ id, name, countyCode, files, participants }) => ({
      what: `补齐招聘会材料：${name}`,
      countyName: regionName(countyCode) ?? countyCode,
      detail: [
        ...(files === 0 ? ["缺佐证材料"] : []),
        ...(participants === 0 ? ["缺参加人员"] : []),
      ].join("、"),
      to: `/job-fairs/${id}`,
    })),
    ...settle.map(({ countyCode, total }) => ({
      what: `落实在沪职校毕业生就业：${total} 人`,
      countyName: regionName(countyCode) ?? countyCode,
      detail: `毕业前后 ${AFTER_GRADUATION_DAYS} 天及更早毕业、尚未落实`,
      to: `/students?work=settle&county=${countyCode}`,
    })),
    ...contact.map(({ countyCode, total }) => ({
      what: `联系在沪职校学生：${total} 人`,
      countyName: regionName(countyCode) ?? countyCode,
      detail: `超过 ${CONTACT_DAYS} 天没有跟踪记录`,
      to: `/students?work=contact&county=${countyCode}`,
    })),
  ];
}

/** How many things `workTodos` would list without its limit. */
export async function countWorkTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  const fairs = await lackingFairs(tx, actor, on);
  const settle = await studentsByCounty(tx, actor, "settle", on);
  return fairs.length + settle.length + (await studentsByCounty(tx, actor, "contact", on)).length;
}

interface LackingFair {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
  readonly files: number;
  readonly participants: number;
}

async function lackingFairs(tx: Tx, actor: Actor, on: string): Promise<LackingFair[]> {
  const counties = countiesFor(actor, "jobFair.write", on);
  if (counties.length === 0) return [];
  return tx.$queryRaw<LackingFair[]>`
    SELECT * FROM (
      SELECT f.id, f.name, f.county_code AS "countyCode", f.held_on,
        (SELECT count(*)::int FROM work_file w WHERE w.subject_id = f.id
          AND w.subject_kind = 'jobFair' AND w.voided_at IS NULL) AS files,
        (SELECT count(*)::int FROM job_fair_participant p WHERE p.fair_id = f.id) AS participants
      FROM job_fair f WHERE f.county_code = ANY (${counties}) AND f.removed_at IS NULL
        AND coalesce(f.held_to, f.held_on) <= ${on}::date) AS held
    WHERE files = 0 OR participants = 0 ORDER BY held_on, id`;
}

/** Counties of his in which students wait, with how many. */
async function studentsByCounty(
  tx: Tx,
  actor: Actor,
  work: "settle" | "contact",
  on: string,
): Promise<{ readonly countyCode: string; readonly total: number }[]> {
  const counties = countiesFor(actor, "student.write", on);
  if (counties.length === 0) return [];
  return tx.$queryRaw<{ countyCode: string; total: number }[]>`
    SELECT s.county_code AS "countyCode", count(*)::int AS total FROM vocational_student s
    WHERE s.county_code = ANY (${counties}) AND ${studentsToDo(work, day(on))}
    GROUP BY s.county_code ORDER BY s.county_code`;
}
