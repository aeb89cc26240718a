import { z } from "zod";
import { optionalText, writtenDay } from "../shared/form-fields";
import { OPEN_STATES, type StudentState } from "./student";

export type StepKind =
  | "CONTACT"
  | "SEEKING"
  | "RECOMMENDATION"
  | "OFFER"
  | "OFFER_LOST"
  | "PLACEMENT"
  | "FURTHER_STUDY"
  | "LEFT_SCHOOL"
  | "RESUME";

export const STEP_LABELS: Readonly<Record<StepKind, string>> = {
  CONTACT: "联系了解情况",
  SEEKING: "开始求职",
  RECOMMENDATION: "推荐岗位",
  OFFER: "达成录用意向",
  OFFER_LOST: "录用意向未成",
  PLACEMENT: "就业",
  FURTHER_STUDY: "升学",
  LEFT_SCHOOL: "离校不再跟踪",
  RESUME: "重新跟踪",
};

export const STEP_KINDS = Object.keys(STEP_LABELS) as readonly StepKind[];

/** From which states each step leads where; `same`: it changes nothing but the day of the last step. */
const STEPS: Readonly<
  Record<StepKind, { readonly from: readonly StudentState[]; readonly to: StudentState | "same" }>
> = {
  CONTACT: { from: OPEN_STATES, to: "same" },
  SEEKING: { from: ["STUDYING"], to: "LOOKING" },
  RECOMMENDATION: { from: OPEN_STATES, to: "same" },
  OFFER: { from: OPEN_STATES, to: "OFFERED" },
  OFFER_LOST: { from: ["OFFERED"], to: "LOOKING" },
  PLACEMENT: { from: OPEN_STATES, to: "PLACED" },
  FURTHER_STUDY: { from: OPEN_STATES, to: "FURTHER_STUDY" },
  LEFT_SCHOOL: { from: OPEN_STATES, to: "LEFT_SCHOOL" },
  RESUME: { from: ["PLACED", "FURTHER_STUDY", "LEFT_SCHOOL"], to: "LOOKING" },
};

/** The state after the step, or null when the step cannot be taken from here. Recommended for a job: looking for one. */
export function stateAfter(state: StudentState, step: StepKind): StudentState | null {
  const { from, to } = STEPS[step];
  if (!from.includes(state)) return null;
  if (step === "RECOMMENDATION" && state === "STUDYING") return "LOOKING";
  return to === "same" ? state : to;
}

export function stepsFrom(state: StudentState): readonly StepKind[] {
  return STEP_KINDS.filter((kind) => stateAfter(state, kind) !== null);
}

/** Steps that say nothing without naming the employer (a vacancy names its own). */
export function needsEmployer(step: StepKind): boolean {
  return step === "RECOMMENDATION" || step === "OFFER";
}

/** Steps that end the following, or begin it again, need a word of why. */
export function needsNote(step: StepKind): boolean {
  return step === "LEFT_SCHOOL" || step === "RESUME" || step === "OFFER_LOST";
}

export const stepForm = z.object({
  kind: z.enum(STEP_KINDS as [StepKind, ...StepKind[]], { error: "请选择办理事项" }),
  doneOn: writtenDay("办理日期"),
  placementId: z.string().default(""),
  vacancyId: z.string().default(""),
  note: optionalText("说明", 300),
});

export type StepForm = z.infer<typeof stepForm>;
