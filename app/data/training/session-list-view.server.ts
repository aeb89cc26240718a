import type { Actor } from "~/domain/access/actor";
import { timetableFindings, totalClassHours } from "~/domain/training/timetable";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findSessions, type SessionRecord } from "./session-store.server";

export interface SessionRow extends SessionRecord {
  /** Standing lines with an attendance state, and those of them who came. */
  readonly marked: number;
  readonly present: number;
}

/** Somebody in two rooms at once; days are `YYYY-MM-DD`, times minutes after midnight. */
interface Clash {
  readonly sessionId: string;
  /** Null when the other class lies in a county the reader does not see. */
  readonly className: string | null;
  readonly heldOn: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface TraineeClash extends Clash {
  readonly lineNo: number;
  readonly name: string;
}

export interface TeacherClash extends Clash {
  readonly teacher: string;
  readonly place: string;
}

export interface TimetablePage {
  readonly sessions: readonly SessionRow[];
  readonly headcount: number;
  readonly totalHours: number;
  readonly own: ReturnType<typeof timetableFindings>;
  readonly trainees: readonly TraineeClash[];
  readonly teachers: readonly TeacherClash[];
}

interface ClassDays {
  readonly id: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The timetable of a class the reader may see, with what is odd about it. */
export function viewTimetable(actor: Actor, one: ClassDays): Promise<TimetablePage> {
  return inTransaction(actor, async (tx) => {
    const sessions = await findSessions(tx, one.id);
    const counts = new Map((await countMarks(tx, one.id)).map((count) => [count.id, count]));
    const headcount = await tx.rosterLine.count({
      where: { roster: { classId: one.id }, removedAt: null },
    });
    return {
      sessions: sessions.map((session) => {
        const { marked, present } = counts.get(session.id) ?? { marked: 0, present: 0 };
        return { ...session, marked, present };
      }),
      headcount,
      totalHours: totalClassHours(sessions),
      own: timetableFindings(sessions, one),
      trainees: await findTraineeClashes(tx, one.id),
      teachers: await findTeacherClashes(tx, one.id),
    };
  });
}

function countMarks(
  tx: Tx,
  classId: string,
): Promise<{ id: string; marked: number; present: number }[]> {
  return tx.$queryRaw`
    SELECT s.id, count(*)::int AS marked,
      count(*) FILTER (WHERE a.state IN ('PRESENT', 'LATE', 'LEFT_EARLY'))::int AS present
    FROM class_session s JOIN attendance a ON a.session_id = s.id
      JOIN roster_line l ON l.id = a.line_id AND l.removed_at IS NULL
    WHERE s.class_id = ${classId}::uuid GROUP BY s.id`;
}

/** Enough for every trainee of a class imported twice; the page groups them. */
const MOST_CLASHES = 2_000;

function findTraineeClashes(tx: Tx, classId: string): Promise<TraineeClash[]> {
  return tx.$queryRaw`
    SELECT o.session_id AS "sessionId", o.class_name AS "className", o.held_on::text AS "heldOn",
      o.starts_at AS "startsAt", o.ends_at AS "endsAt", l.line_no AS "lineNo", l.name
    FROM overlapping_sessions(${classId}::uuid) o JOIN roster_line l ON l.id = o.line_id
    ORDER BY o.held_on, o.starts_at, l.line_no LIMIT ${MOST_CLASHES}`;
}

/** Within the reader's counties: a name alone says too little about somebody far away. */
function findTeacherClashes(tx: Tx, classId: string): Promise<TeacherClash[]> {
  return tx.$queryRaw`
    SELECT s.id AS "sessionId", c.name || '（' || c.term || '）' AS "className",
      o.held_on::text AS "heldOn", o.starts_at AS "startsAt", o.ends_at AS "endsAt",
      o.teacher, o.place
    FROM class_session s
      JOIN class_session o ON o.class_id <> s.class_id AND o.county_code = s.county_code
        AND o.teacher = s.teacher AND o.place <> s.place AND o.cancelled_at IS NULL
        AND o.held_on = s.held_on AND o.starts_at < s.ends_at AND o.ends_at > s.starts_at
      JOIN training_class c ON c.id = o.class_id
    WHERE s.class_id = ${classId}::uuid AND s.cancelled_at IS NULL
    ORDER BY o.held_on, o.starts_at, o.id LIMIT ${MOST_CLASHES}`;
}
