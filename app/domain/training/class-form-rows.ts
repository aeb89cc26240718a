import { shareText, type AttendanceSum } from "./attendance-sum";
import type { FormRow } from "../shared/filled-form";
import { certificateKindLabel, COMPLETION_LABELS, COMPLETION_OUTCOMES } from "./completion";
import { writeHours, type TimetableSession } from "./timetable";
import { weekdayLabel, weekdayOf } from "./weekday";

type FormSession = TimetableSession & {
  readonly place: string;
  readonly teacher: string;
  readonly topic: string;
};

/** 2020-06-02 周二 */
export function dayText(day: string): string {
  return `${day} ${weekdayLabel(weekdayOf(day))}`;
}

export function timetableRow(session: FormSession, at: number): FormRow {
  const { id, heldOn, classHours, topic, teacher, place } = session;
  const texts = { number: String(at + 1), day: dayText(heldOn), hours: writeHours(session) };
  return { id, texts: { ...texts, classHours: String(classHours), topic, teacher, place } };
}

export interface FormTrainee {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
}

export function traineeTexts({ name, sex }: FormTrainee, at: number) {
  return { number: String(at + 1), name, sex };
}

export function attendanceTexts(sum: AttendanceSum) {
  const { counts, dueHours, attendedHours } = sum;
  const byState = Object.entries(counts).map(([state, count]) => [state, String(count)] as const);
  return {
    ...Object.fromEntries(byState),
    dueHours: String(dueHours),
    attendedHours: String(attendedHours),
    share: shareText(attendedHours, dueHours),
    unmarked: String(sum.unmarked),
  };
}

interface StoredCompletion {
  readonly result: string;
  readonly certificateKind: string;
  readonly certificateNo: string;
  readonly issuedOn: string | null;
}

export function completionTexts(found: StoredCompletion | undefined) {
  const result = COMPLETION_OUTCOMES.find((one) => one === found?.result);
  return {
    result: result === undefined ? "未登记" : COMPLETION_LABELS[result],
    certificateKind: certificateKindLabel(found?.certificateKind ?? ""),
    certificateNo: found?.certificateNo ?? "",
    issuedOn: found?.issuedOn ?? "",
  };
}
