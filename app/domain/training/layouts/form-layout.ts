import type { BlankForm } from "../../shared/filled-form";

/** The official forms of a class beside its 花名册. */
export type ClassFormId = "sign-in" | "timetable" | "attendance-summary" | "completion-roster";

export interface FormLayout extends BlankForm {
  readonly id: ClassFormId;
}
