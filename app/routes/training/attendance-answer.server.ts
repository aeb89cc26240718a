import {
  isAttendanceState,
  type AskedMark,
  type AttendanceState,
} from "~/domain/training/attendance";
import type { RecordAttendanceRefusal } from "~/usecases/training/record-attendance.server";
import { stateField, versionField } from "./attendance-fields";
import { classWritingAnswer } from "./class-writing-answer.server";
import { textsOf } from "./form-issues";

interface SheetLine {
  readonly id: string;
  readonly lineNo: number;
  readonly name: string;
  readonly state: AttendanceState | null;
}

/**
 * The words of the form. Only the button that says so counts the unmarked as present; a line that
 * nobody touched is left alone.
 */
export function askedMarks(form: FormData, lines: readonly SheetLine[]) {
  const names = lines.flatMap(({ id }) => [stateField(id), versionField(id)]);
  const values = textsOf(form, [...names, "reason"]);
  const isRestPresent = form.get("intent") === "restPresent";
  const marks = lines.flatMap(({ id, state: standing }): AskedMark[] => {
    const typed = values[stateField(id)] ?? "";
    const version = Number(values[versionField(id)] ?? 0) || 0;
    if (isAttendanceState(typed)) return [{ lineId: id, state: typed, version }];
    const isUnmarked = standing === null && version === 0;
    return isRestPresent && isUnmarked ? [{ lineId: id, state: "PRESENT", version }] : [];
  });
  return { marks, values };
}

/** What was refused, by the field it is about. */
export function attendanceErrors(
  refusal: RecordAttendanceRefusal,
  lines: readonly SheetLine[],
): Record<string, string> {
  switch (refusal.kind) {
    case "cancelled":
      return { reason: "这次课已取消，不再登记考勤" };
    case "tooEarly":
      return { reason: `${refusal.heldOn} 上课，当天起才能登记考勤` };
    case "nothing":
      return { reason: "没有新的考勤：请先选学员的考勤情况" };
    case "reasonMissing":
      return {
        reason: `更正了已登记的考勤（${namesOf(refusal.lineIds, lines)}），请写明更正原因`,
      };
    case "changedByOthers":
      return Object.fromEntries(
        refusal.lineIds.map((id) => [
          stateField(id),
          `${namesOf([id], lines)}的考勤刚被他人登记或更正，请核对后再保存`,
        ]),
      );
    case "notFound":
    case "forbidden":
    case "sealed":
    case "completed":
      return { reason: classWritingAnswer(refusal) };
  }
}

const MOST_NAMED = 5;

function namesOf(ids: readonly string[], lines: readonly SheetLine[]): string {
  const named = lines.filter(({ id }) => ids.includes(id));
  const shown = named.slice(0, MOST_NAMED).map(({ lineNo, name }) => `第 ${lineNo} 号 ${name}`);
  return shown.join("、") + (named.length > MOST_NAMED ? ` 等 ${named.length} 人` : "");
}
