import type { Action } from "~/domain/access/action";
import type { FilledForm, FormRow } from "~/domain/shared/filled-form";
import { classLine, type RosterHead } from "~/domain/rosters/roster-sheet";
import type { ClassFormId, FormLayout } from "./layouts/form-layout";

const FORM_IDS = ["sign-in", "timetable", "attendance-summary", "completion-roster"] as const;

/** The form an address names, or null. */
export function classFormId(text: string | undefined): ClassFormId | null {
  return FORM_IDS.find((id) => id === text) ?? null;
}

/** Whether the form shows ID numbers and phones, so that a purpose is asked for. */
export function carriesNumbers(id: ClassFormId): boolean {
  return id === "completion-roster";
}

/** What a copy on paper or as a file asks of the reader; a timetable names no trainee. */
export function formNeeds(id: ClassFormId, medium: "print" | "file"): Action {
  if (id === "timetable") return "class.read";
  return medium === "print" ? "roster.print" : "roster.export";
}

/** 牟定县2020年沪滇劳务协作技能培训签到表 and the parts under it, 培训班名称：…; `more` are said of this form alone, e.g. 教师：普老师. */
export function formOf(
  head: RosterHead,
  layout: FormLayout,
  rows: readonly FormRow[],
  more: readonly string[] = [],
): FilledForm {
  const heading = `${head.countyName}${head.startsOn.slice(0, 4)}年${layout.title}`;
  return { layout, heading, headParts: [...classLine(head).split(/ {2,}/), ...more], rows };
}
