import { PACK_STATE_LABELS, type PackState } from "~/domain/rules/pack-state";
import { StateBadge } from "~/ui/display/badge";
import type { Tone } from "~/ui/tone";

const TONES: Readonly<Record<PackState, Tone>> = {
  imported: "warning",
  signedOff: "success",
  refused: "danger",
  withdrawn: "neutral",
};

export function PackBadge({ state }: { readonly state: PackState }) {
  return <StateBadge label={PACK_STATE_LABELS[state]} tone={TONES[state]} />;
}
