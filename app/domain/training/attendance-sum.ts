import type { AttendanceState } from "./attendance";

export interface AttendedSession {
  readonly classHours: number;
  /** Null: nobody has said. */
  readonly state: AttendanceState | null;
}

export interface AttendanceSum {
  /** 应到课时: of all sessions that stand and whose day has come. */
  readonly dueHours: number;
  /** 出勤课时: of those the trainee sat in. */
  readonly attendedHours: number;
  /** Sessions by state. */
  readonly counts: Readonly<Record<AttendanceState, number>>;
  readonly unmarked: number;
}

/** One trainee's sum over sessions that were due. */
export function sumAttendance(sessions: readonly AttendedSession[]): AttendanceSum {
  const counts = { PRESENT: 0, LATE: 0, LEFT_EARLY: 0, ON_LEAVE: 0, ABSENT: 0 };
  let [dueHours, attendedHours, unmarked] = [0, 0, 0];
  for (const { classHours, state } of sessions) {
    dueHours += classHours;
    if (state === null) unmarked += 1;
    else {
      counts[state] += 1;
      if (wasThere(state)) attendedHours += classHours;
    }
  }
  return { dueHours, attendedHours, counts, unmarked };
}

/** 92%, or a dash while nothing was due. Rounded down: 99.6% is not yet all of it. */
export function shareText(part: number, whole: number): string {
  return whole === 0 ? "—" : `${Math.floor((part / whole) * 100)}%`;
}

/** Who came, also late or for a part, sat in the session; leave and absence are no attendance. */
function wasThere(state: AttendanceState): boolean {
  return state === "PRESENT" || state === "LATE" || state === "LEFT_EARLY";
}
