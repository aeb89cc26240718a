import { STUDENT_STATE_LABELS, type StudentState } from "~/domain/employers/student";
import type { Settling } from "~/domain/employers/student-follow";
import type { Tone } from "~/ui/tone";

const STATE_TONES: Readonly<Record<StudentState, Tone>> = {
  STUDYING: "neutral",
  LOOKING: "warning",
  OFFERED: "info",
  PLACED: "success",
  FURTHER_STUDY: "success",
  LEFT_SCHOOL: "neutral",
};

/** A state that nobody has brought up to date is work to be done, whatever it says. */
export function toneOf(state: StudentState, words: string): Tone {
  return words === STUDENT_STATE_LABELS[state] ? STATE_TONES[state] : "warning";
}

/** What is to be done for a student, in words; null when there is nothing to do yet, or no more. */
export const SETTLING_WORDS: Readonly<
  Record<Settling, { readonly label: string; readonly tone: Tone } | null>
> = {
  settled: null,
  far: null,
  near: { label: "毕业前后未落实", tone: "warning" },
  late: { label: "毕业超过 90 天未落实", tone: "danger" },
};
