/** 出勤、迟到、早退、请假、缺勤. A trainee without a state is none of these: nobody is present by default. */
export type AttendanceState = "PRESENT" | "LATE" | "LEFT_EARLY" | "ON_LEAVE" | "ABSENT";

export const ATTENDANCE_LABELS: Readonly<Record<AttendanceState, string>> = {
  PRESENT: "出勤",
  LATE: "迟到",
  LEFT_EARLY: "早退",
  ON_LEAVE: "请假",
  ABSENT: "缺勤",
};

export const ATTENDANCE_STATES = Object.keys(ATTENDANCE_LABELS) as readonly AttendanceState[];

/** The key that marks a row: the first letter of the word as it is spoken. */
export const ATTENDANCE_KEYS: Readonly<Record<AttendanceState, string>> = {
  PRESENT: "c",
  LATE: "d",
  LEFT_EARLY: "z",
  ON_LEAVE: "j",
  ABSENT: "q",
};

export function isAttendanceState(text: string): text is AttendanceState {
  return ATTENDANCE_STATES.some((state) => state === text);
}

/** What stands for a trainee and a session; `version` counts its changes from 1. */
export interface Mark {
  readonly state: AttendanceState;
  readonly version: number;
}

/** What a form says about a trainee; `version` is that of the mark it showed, 0 for none. */
export interface AskedMark extends Mark {
  readonly lineId: string;
}

export type Marking = "unchanged" | "record" | "correct" | "changedByOthers";

/**
 * What the form's word does to what stands. The same word twice changes nothing, whoever said it
 * first; another word over one that the form did not show is refused.
 */
export function markingOf(standing: Mark | undefined, asked: Mark): Marking {
  if (standing === undefined) return asked.version === 0 ? "record" : "changedByOthers";
  if (standing.state === asked.state) return "unchanged";
  return standing.version === asked.version ? "correct" : "changedByOthers";
}

export interface SortedMarks {
  readonly record: readonly AskedMark[];
  readonly correct: readonly (AskedMark & { readonly from: AttendanceState })[];
  /** Lines whose mark is another than the form showed. */
  readonly changedByOthers: readonly string[];
}

/** The form's words by what they do; what changes nothing is left out. */
export function sortMarks(
  standing: ReadonlyMap<string, Mark>,
  asked: readonly AskedMark[],
): SortedMarks {
  const of = (kind: Marking) =>
    asked.filter((mark) => markingOf(standing.get(mark.lineId), mark) === kind);
  return {
    record: of("record"),
    correct: of("correct").flatMap((mark) => {
      const from = standing.get(mark.lineId)?.state;
      return from === undefined ? [] : [{ ...mark, from }];
    }),
    changedByOthers: of("changedByOthers").map(({ lineId }) => lineId),
  };
}

/** A later word for an earlier one, with its reason. */
export interface Correction {
  readonly from: AttendanceState;
  readonly to: AttendanceState;
}

/** The first word for the session: what the oldest correction replaced, or what stands. */
export function firstState(
  standing: AttendanceState,
  corrections: readonly Correction[],
): AttendanceState {
  return corrections[0]?.from ?? standing;
}
