import { SNAPSHOT_STATE_LABELS, type SnapshotState } from "~/domain/people/snapshot-state";
import { StateBadge } from "~/ui/display/badge";
import type { Tone } from "~/ui/tone";

const TONES: Readonly<Record<SnapshotState, Tone>> = {
  reading: "info",
  ready: "success",
  failed: "danger",
  cancelled: "neutral",
};

export function SnapshotBadge({ state }: { readonly state: SnapshotState }) {
  return <StateBadge label={SNAPSHOT_STATE_LABELS[state]} tone={TONES[state]} />;
}
