/** What its people sign for: a class they took part in, or a month's wages. */
export type RosterKind = "TRAINING" | "WAGES";

/** Draft → submitted → returned (then submitted again) or accepted → sealed, and then never changed. */
export type RosterState = "draft" | "submitted" | "returned" | "accepted" | "sealed";

export const ROSTER_STATES = ["draft", "submitted", "returned", "accepted", "sealed"] as const;

export const ROSTER_STATE_LABELS: Readonly<Record<RosterState, string>> = {
  draft: "草稿",
  submitted: "待审核",
  returned: "已退回",
  accepted: "已核定",
  sealed: "已封存",
};

/** Lines may be added, changed and removed only while the county holds the roster. */
export function canEdit(state: RosterState): boolean {
  return state === "draft" || state === "returned";
}

export function canSubmit(state: RosterState, headcount: number): boolean {
  return canEdit(state) && headcount > 0;
}

/** Only what a reviewer has accepted is sealed; the gate over its proofs comes on top. */
export function canSeal(state: RosterState): boolean {
  return state === "accepted";
}

export function canReview(state: RosterState): boolean {
  return state === "submitted";
}

/**
 * Nobody reviews what he entered: neither the one who submitted nor anyone who put a line on the
 * roster (separation of duties, R07 and the tables of access/).
 */
export function mayReviewOwnWork(
  reviewerId: string,
  submittedBy: string | null,
  enteredBy: readonly string[],
): boolean {
  return reviewerId !== submittedBy && !enteredBy.includes(reviewerId);
}
