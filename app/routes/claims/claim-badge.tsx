import { CLAIM_STATE_LABELS, type ClaimState } from "~/domain/claims/claim";
import { StateBadge } from "~/ui/display/badge";
import type { Tone } from "~/ui/tone";

const TONES: Readonly<Record<ClaimState, Tone>> = {
  draft: "neutral",
  submitted: "info",
  returned: "warning",
  reviewed: "info",
  approved: "info",
  paid: "success",
};

interface ClaimBadgeProps {
  readonly state: ClaimState;
  readonly isRemoved: boolean;
}

export function ClaimBadge({ state, isRemoved }: ClaimBadgeProps) {
  if (isRemoved) return <StateBadge label="已撤销" tone="neutral" />;
  return <StateBadge label={CLAIM_STATE_LABELS[state]} tone={TONES[state]} />;
}
