import { FILING_STATE_LABELS, type FilingState } from "~/domain/training/filing";
import { PLAN_STATE_LABELS, type PlanState } from "~/domain/training/plan";
import type { Tone } from "~/ui/tone";

interface Look {
  readonly label: string;
  readonly tone: Tone;
}

/** Plans and filings go the same way: done is quiet, what waits or came back is loud. */
const TONES: Readonly<Record<PlanState & FilingState, Tone>> = {
  draft: "neutral",
  submitted: "info",
  returned: "warning",
  approved: "success",
};

export const FILING_BADGES: Readonly<Record<FilingState, Look>> = {
  draft: { label: FILING_STATE_LABELS.draft, tone: TONES.draft },
  submitted: { label: FILING_STATE_LABELS.submitted, tone: TONES.submitted },
  returned: { label: FILING_STATE_LABELS.returned, tone: TONES.returned },
  approved: { label: FILING_STATE_LABELS.approved, tone: TONES.approved },
};

export const PLAN_BADGES: Readonly<Record<PlanState, Look>> = {
  draft: { label: PLAN_STATE_LABELS.draft, tone: TONES.draft },
  submitted: { label: PLAN_STATE_LABELS.submitted, tone: TONES.submitted },
  returned: { label: PLAN_STATE_LABELS.returned, tone: TONES.returned },
  approved: { label: PLAN_STATE_LABELS.approved, tone: TONES.approved },
};
