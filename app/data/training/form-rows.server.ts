import { maskedNumbers, openNumbers } from "~/data/rosters/masked-line.server";
import type { RosterHead } from "~/domain/rosters/roster-sheet";
import type { FilledForm } from "~/domain/shared/filled-form";
import { SEX_LABELS } from "~/domain/shared/sex";
import { sumAttendance } from "~/domain/training/attendance-sum";
import { formOf } from "~/domain/training/class-form";
import {
  attendanceTexts,
  completionTexts,
  dayText,
  timetableRow,
  traineeTexts,
} from "~/domain/training/class-form-rows";
import { attendanceSummaryLayout } from "~/domain/training/layouts/attendance-summary";
import { completionRosterLayout } from "~/domain/training/layouts/completion-roster";
import type { ClassFormId } from "~/domain/training/layouts/form-layout";
import { MOST_SIGNED_A_DAY, signInLayout } from "~/domain/training/layouts/sign-in-sheet";
import { timetableLayout } from "~/domain/training/layouts/timetable-form";
import { writeHours } from "~/domain/training/timetable";
import type { Tx } from "~/platform/prisma/client.server";
import { findStates } from "./attendance-store.server";
import { findResults } from "./completion-store.server";
import { findSessions, type SessionRecord } from "./session-store.server";

export interface FormSource {
  readonly classId: string;
  readonly rosterId: string | null;
  readonly head: RosterHead;
  readonly today: string;
  /** Id of a session, or a day: what a sign-in sheet is for. */
  readonly which: string;
  readonly hasFullNumbers: boolean;
}

/** The form filled from the database; null when there is no such session or day. */
export async function readClassForm(
  tx: Tx,
  id: ClassFormId,
  source: FormSource,
): Promise<FilledForm | null> {
  const all = await findSessions(tx, source.classId);
  const sessions = all.filter(({ isCancelled }) => !isCancelled);
  switch (id) {
    case "sign-in":
      return signInSheet(tx, source, sessions);
    case "timetable":
      return formOf(source.head, timetableLayout, sessions.map(timetableRow));
    case "attendance-summary":
      return attendanceSummary(tx, source, sessions);
    case "completion-roster":
      return completionRoster(tx, source);
  }
}

async function signInSheet(tx: Tx, source: FormSource, all: readonly SessionRecord[]) {
  const { which } = source;
  const sessions = all.filter(({ id, heldOn }) => id === which || heldOn === which);
  const [first] = sessions;
  if (first === undefined || sessions.length > MOST_SIGNED_A_DAY) return null;
  const rows = (await traineesOf(tx, source)).map((one, at) => ({
    id: one.id,
    texts: traineeTexts(one, at),
  }));
  const each = (key: "place" | "teacher") =>
    [...new Set(sessions.map((one) => one[key]))].join("、");
  const hours = sessions.reduce((total, { classHours }) => total + classHours, 0);
  const layout = signInLayout(sessions.map((one) => `签到（${writeHours(one)}）`));
  return formOf({ ...source.head, place: "" }, layout, rows, [
    `上课日期：${dayText(first.heldOn)}`,
    `课时：${hours}`,
    `教师：${each("teacher")}`,
    `地点：${each("place")}`,
  ]);
}

async function attendanceSummary(tx: Tx, source: FormSource, all: readonly SessionRecord[]) {
  const sessions = all.filter(({ heldOn }) => heldOn <= source.today);
  const stateOf = await findStates(tx, sessions);
  const rows = (await traineesOf(tx, source)).map((one, at) => {
    const attended = sessions.map(({ id, classHours }) => ({
      classHours,
      state: stateOf(id, one.id),
    }));
    const sum = attendanceTexts(sumAttendance(attended));
    return { id: one.id, texts: { ...traineeTexts(one, at), ...sum } };
  });
  return formOf(source.head, attendanceSummaryLayout, rows, [`截至：${source.today}`]);
}

async function completionRoster(tx: Tx, source: FormSource) {
  const { rosterId } = source;
  const results = rosterId === null ? new Map() : await findResults(tx, rosterId);
  const numbersOf = source.hasFullNumbers ? openNumbers : maskedNumbers;
  const rows = (await traineesOf(tx, source)).map((one, at) => ({
    id: one.id,
    texts: {
      ...traineeTexts(one, at),
      ...numbersOf(one),
      ...completionTexts(results.get(one.id)),
    },
  }));
  return formOf(source.head, completionRosterLayout, rows);
}

async function traineesOf(tx: Tx, { rosterId }: FormSource) {
  if (rosterId === null) return [];
  const rows = await tx.rosterLine.findMany({
    where: { rosterId, removedAt: null },
    orderBy: [{ lineNo: "asc" }, { id: "asc" }],
    select: { id: true, name: true, sex: true, idIndex: true, idSealed: true, phoneSealed: true },
  });
  return rows.map((row) => ({
    ...row,
    sex: row.sex === "MALE" || row.sex === "FEMALE" ? SEX_LABELS[row.sex] : "",
  }));
}
