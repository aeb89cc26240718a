/** What a contact with a placed person found (上海市帮扶劳务协作: 跟踪排摸和服务保障，R24). */
export type FollowUpOutcome =
  "ON_JOB" | "CHANGED_JOB" | "RETURNED_HOME" | "NO_ANSWER" | "LOST" | "REFUSED";

export const OUTCOME_LABELS: Readonly<Record<FollowUpOutcome, string>> = {
  ON_JOB: "在岗",
  NO_ANSWER: "未接通",
  CHANGED_JOB: "换岗",
  RETURNED_HOME: "返乡",
  LOST: "失联",
  REFUSED: "拒绝回访",
};

/** In the order of the labels: the digit keys 1 to 6 of the work list follow it. */
export const OUTCOMES = Object.keys(OUTCOME_LABELS) as readonly FollowUpOutcome[];

/** Text from a form or a table as an outcome, or null. */
export function toFollowUpOutcome(text: string): FollowUpOutcome | null {
  return OUTCOMES.find((outcome) => outcome === text) ?? null;
}

export type ContactMethod = "PHONE" | "VISIT" | "MESSAGE" | "EMPLOYER";

export const METHOD_LABELS: Readonly<Record<ContactMethod, string>> = {
  PHONE: "电话",
  VISIT: "上门走访",
  MESSAGE: "短信或微信",
  EMPLOYER: "向用人单位了解",
};

export const METHODS = Object.keys(METHOD_LABELS) as readonly ContactMethod[];

/** Whether the outcome says that the job is over; it then needs the last day worked. */
export function endsTheJob(outcome: FollowUpOutcome): outcome is "CHANGED_JOB" | "RETURNED_HOME" {
  return outcome === "CHANGED_JOB" || outcome === "RETURNED_HOME";
}
