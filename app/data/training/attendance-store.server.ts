import type { AskedMark, AttendanceState, Mark } from "~/domain/training/attendance";
import type { Tx } from "~/platform/prisma/client.server";

export interface StandingLine {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
}

/** Who stands on the roster, in its order. */
export function findStandingLines(tx: Tx, rosterId: string): Promise<StandingLine[]> {
  return tx.rosterLine.findMany({
    where: { rosterId, removedAt: null },
    orderBy: [{ lineNo: "asc" }, { id: "asc" }],
    select: { id: true, lineNo: true, name: true },
  });
}

/** What stands for the session, by line. */
export async function findMarks(tx: Tx, sessionId: string): Promise<ReadonlyMap<string, Mark>> {
  const rows = await tx.attendance.findMany({ where: { sessionId } });
  return new Map(
    rows.map(({ lineId, state, version }) => [
      lineId,
      { state: state as AttendanceState, version },
    ]),
  );
}

/** What was said of a line in a session; null where nobody has. */
export type StateOf = (sessionId: string, lineId: string) => AttendanceState | null;

/** The states of many sessions at once. */
export async function findStates(tx: Tx, sessions: readonly { id: string }[]): Promise<StateOf> {
  const rows = await tx.attendance.findMany({
    where: { sessionId: { in: sessions.map(({ id }) => id) } },
    select: { sessionId: true, lineId: true, state: true },
  });
  const found = new Map(rows.map((row) => [`${row.sessionId} ${row.lineId}`, row.state]));
  return (sessionId, lineId) =>
    (found.get(`${sessionId} ${lineId}`) ?? null) as AttendanceState | null;
}

interface Origin {
  readonly sessionId: string;
  readonly countyCode: string;
  readonly by: string;
  readonly at: Date;
}

/** First words about trainees of the session. */
export async function insertMarks(
  tx: Tx,
  { sessionId, countyCode, by, at }: Origin,
  marks: readonly AskedMark[],
): Promise<void> {
  const data = marks.map(({ lineId, state }) => ({
    ...{ sessionId, countyCode, lineId, state },
    recordedBy: by,
    recordedAt: at,
  }));
  await tx.attendance.createMany({ data });
}

export interface CorrectedMark extends AskedMark {
  readonly from: AttendanceState;
}

/** Later words: what stood before is kept beside its reason. */
export async function correctMarks(
  tx: Tx,
  { sessionId, countyCode, by, at }: Origin,
  marks: readonly CorrectedMark[],
  reason: string,
): Promise<void> {
  await tx.attendanceCorrection.createMany({
    data: marks.map(({ lineId, from, state }) => ({
      ...{ sessionId, countyCode, lineId, reason },
      fromState: from,
      toState: state,
      correctedBy: by,
      correctedAt: at,
    })),
  });
  for (const { lineId, state } of marks) {
    await tx.attendance.update({
      where: { sessionId_lineId: { sessionId, lineId } },
      data: { state, recordedBy: by, recordedAt: at, version: { increment: 1 } },
    });
  }
}

/** Of every session of the class that stands: its day, and how many standing lines lack a word. */
export function countUnmarked(
  tx: Tx,
  classId: string,
): Promise<{ heldOn: string; unmarked: number }[]> {
  return tx.$queryRaw`
    SELECT s.held_on::text AS "heldOn",
      (SELECT count(*)::int FROM roster r JOIN roster_line l ON l.roster_id = r.id
        WHERE r.class_id = s.class_id AND l.removed_at IS NULL AND NOT EXISTS (
          SELECT FROM attendance a WHERE a.session_id = s.id AND a.line_id = l.id)) AS unmarked
    FROM class_session s WHERE s.class_id = ${classId}::uuid AND s.cancelled_at IS NULL
    ORDER BY s.held_on, s.starts_at`;
}
