import { CLAWBACK_STATE_LABELS, type ClawbackState } from "~/domain/claims/clawback";
import { StateBadge } from "~/ui/display/badge";
import type { Tone } from "~/ui/tone";

const TONES: Readonly<Record<ClawbackState, Tone>> = {
  proposed: "warning",
  confirmed: "danger",
  repaid: "success",
  stopped: "neutral",
  dropped: "neutral",
};

export function ClawbackBadge({ state }: { readonly state: ClawbackState }) {
  return <StateBadge label={CLAWBACK_STATE_LABELS[state]} tone={TONES[state]} />;
}
