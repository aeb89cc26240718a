import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { className } from "~/domain/training/training-class";
import type { Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface CourseTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

interface Waiting {
  readonly classId: string;
  readonly rosterId: string;
  readonly name: string;
  readonly term: string;
  readonly countyCode: string;
  /** Sessions, pages or pictures. */
  readonly n: number;
}

const MOST_ROWS = 20;

/** While a class runs: sessions gone by without attendance, scanned pages and like pictures nobody has decided about. */
export async function courseTodos(tx: Tx, actor: Actor, on: string): Promise<CourseTodo[]> {
  const wording = (one: Waiting, what: string, detail: string, to: string): CourseTodo => ({
    what: `${what}：${className(one)}`,
    countyName: regionName(one.countyCode) ?? one.countyCode,
    detail,
    to,
  });
  const [sessions, pages, likenesses] = await allWaiting(tx, actor, on);
  return [
    ...sessions.map((one) =>
      wording(
        one,
        "登记考勤",
        `${one.n} 次课已上，还没有考勤`,
        `/classes/${one.classId}/attendance`,
      ),
    ),
    ...pages.map((one) =>
      wording(one, "确认扫描件", `${one.n} 页的签字手印待确认`, `/rosters/${one.rosterId}/scans`),
    ),
    ...likenesses.map((one) =>
      wording(
        one,
        "说明相同影像",
        `${one.n} 处与其他影像相同或相近`,
        `/classes/${one.classId}/media`,
      ),
    ),
  ].slice(0, MOST_ROWS);
}

/** How many `courseTodos` would list without its limit. */
export async function countCourseTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  return (await allWaiting(tx, actor, on)).flat().length;
}

async function allWaiting(tx: Tx, actor: Actor, on: string) {
  return [
    await sessionsWithoutAttendance(tx, countiesFor(actor, "class.write", on), on),
    await pagesToDecide(tx, countiesFor(actor, "proof.record", on)),
    await likenessesToExplain(tx, countiesFor(actor, "media.write", on)),
  ] as const;
}

/** The day's own sessions are not over yet. */
function sessionsWithoutAttendance(tx: Tx, counties: string[], on: string): Promise<Waiting[]> {
  return tx.$queryRaw`
    SELECT c.id AS "classId", r.id AS "rosterId", c.name, c.term, c.county_code AS "countyCode",
      count(*)::int AS n
    FROM training_class c
      JOIN roster r ON r.class_id = c.id AND r.headcount > 0 AND r.state <> 'sealed'
      JOIN class_session s ON s.class_id = c.id AND s.cancelled_at IS NULL AND s.held_on < ${on}::date
    WHERE c.county_code = ANY(${counties}) AND c.completed_on IS NULL
      AND NOT EXISTS (SELECT FROM attendance a WHERE a.session_id = s.id)
    GROUP BY c.id, r.id ORDER BY min(s.held_on)`;
}

function pagesToDecide(tx: Tx, counties: string[]): Promise<Waiting[]> {
  return tx.$queryRaw`
    SELECT c.id AS "classId", r.id AS "rosterId", c.name, c.term, c.county_code AS "countyCode",
      count(DISTINCT p.id)::int AS n
    FROM scan_page p
      JOIN roster r ON r.id = p.roster_id AND r.state <> 'sealed'
      JOIN training_class c ON c.id = r.class_id
      JOIN scan_cell k ON k.page_id = p.id AND k.decision IS NULL
    WHERE p.county_code = ANY(${counties}) AND p.set_aside_at IS NULL
    GROUP BY c.id, r.id ORDER BY c.ends_on`;
}

function likenessesToExplain(tx: Tx, counties: string[]): Promise<Waiting[]> {
  return tx.$queryRaw`
    SELECT c.id AS "classId", r.id AS "rosterId", c.name, c.term, c.county_code AS "countyCode",
      count(*)::int AS n
    FROM media_likeness l
      JOIN media_item m ON m.id = l.media_id AND m.set_aside_at IS NULL
      JOIN training_class c ON c.id = m.class_id
      JOIN roster r ON r.class_id = c.id AND r.state <> 'sealed'
    WHERE l.county_code = ANY(${counties}) AND l.explanation IS NULL
    GROUP BY c.id, r.id ORDER BY c.ends_on`;
}
