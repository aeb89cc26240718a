import type { Actor } from "~/domain/access/actor";
import type { AttendanceState } from "~/domain/training/attendance";
import { sumAttendance, type AttendanceSum } from "~/domain/training/attendance-sum";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findStandingLines, findStates, type StandingLine } from "./attendance-store.server";
import { findSessions, type SessionRecord } from "./session-store.server";

export interface GridRow extends StandingLine {
  /** In the order of the sessions; null where nobody has said. */
  readonly states: readonly (AttendanceState | null)[];
  readonly sum: AttendanceSum;
}

export interface AttendanceGrid {
  /** Sessions that stand and whose day has come. */
  readonly sessions: readonly SessionRecord[];
  readonly rows: readonly GridRow[];
  /** Sessions still to come. */
  readonly upcoming: number;
}

/** Trainees × sessions of a class the reader may see. */
export function viewAttendanceGrid(
  actor: Actor,
  one: { readonly classId: string; readonly rosterId: string | null },
  on: string,
): Promise<AttendanceGrid> {
  return inTransaction(actor, async (tx) => {
    const standing = (await findSessions(tx, one.classId)).filter((each) => !each.isCancelled);
    const sessions = standing.filter(({ heldOn }) => heldOn <= on);
    const lines = one.rosterId === null ? [] : await findStandingLines(tx, one.rosterId);
    const stateOf = await findStates(tx, sessions);
    const rows = lines.map((line) => {
      const attended = sessions.map(({ id, classHours }) => {
        return { classHours, state: stateOf(id, line.id) };
      });
      const states = attended.map(({ state }) => state);
      return { ...line, states, sum: sumAttendance(attended) };
    });
    return { sessions, rows, upcoming: standing.length - sessions.length };
  });
}
