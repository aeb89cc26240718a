import type { Actor } from "~/domain/access/actor";
import type { AttendanceState, Correction } from "~/domain/training/attendance";
import { firstState } from "~/domain/training/attendance";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findMarks, findStandingLines } from "./attendance-store.server";
import { findSession, type SessionRecord } from "./session-store.server";

export interface AttendanceRow {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  /** Null: nobody has said. */
  readonly state: AttendanceState | null;
  readonly version: number;
  /** What was said first, when it was corrected since. */
  readonly first: AttendanceState | null;
  /** Why, of the latest correction, and by whom and when. */
  readonly correction: {
    readonly reason: string;
    readonly by: string;
    /** Instant, ISO 8601. */
    readonly at: string;
  } | null;
}

export interface AttendancePage {
  readonly session: SessionRecord;
  readonly rows: readonly AttendanceRow[];
}

/** Attendance of one session of a class the reader may see; null when there is no such session. */
export function viewAttendance(
  actor: Actor,
  one: { readonly classId: string; readonly rosterId: string | null },
  sessionId: string | undefined,
): Promise<AttendancePage | null> {
  return inTransaction(actor, async (tx) => {
    const session = await findSession(tx, one.classId, sessionId ?? "");
    if (session === null) return null;
    const lines = one.rosterId === null ? [] : await findStandingLines(tx, one.rosterId);
    const marks = await findMarks(tx, session.id);
    const corrections = await findCorrections(tx, session.id);
    const rows = lines.map((line) => {
      const mark = marks.get(line.id);
      const own = corrections.filter(({ lineId }) => lineId === line.id);
      const last = own.at(-1);
      return {
        ...line,
        state: mark?.state ?? null,
        version: mark?.version ?? 0,
        first: mark === undefined || last === undefined ? null : firstState(mark.state, own),
        correction:
          last === undefined
            ? null
            : { reason: last.reason, by: last.by, at: last.at.toISOString() },
      };
    });
    return { session, rows };
  });
}

interface StoredCorrection extends Correction {
  readonly lineId: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/** Every correction of the session, the oldest first. */
function findCorrections(tx: Tx, sessionId: string): Promise<StoredCorrection[]> {
  return tx.$queryRaw`
    SELECT c.line_id AS "lineId", c.from_state AS "from", c.to_state AS "to", c.reason,
      coalesce(u.name, '') AS by, c.corrected_at AS at
    FROM attendance_correction c LEFT JOIN user_account u ON u.id = c.corrected_by
    WHERE c.session_id = ${sessionId}::uuid ORDER BY c.corrected_at, c.id`;
}
