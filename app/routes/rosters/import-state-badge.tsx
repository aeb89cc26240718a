import { IMPORT_STATE_LABELS, type ImportState } from "~/domain/rosters/roster-import";
import { StateBadge } from "~/ui/display/badge";
import type { Tone } from "~/ui/tone";

const TONES: Readonly<Record<ImportState, Tone>> = {
  waiting: "info",
  needsColumns: "warning",
  checked: "warning",
  committed: "success",
  failed: "danger",
  superseded: "neutral",
  abandoned: "neutral",
};

export function ImportStateBadge({ state }: { readonly state: ImportState }) {
  return <StateBadge label={IMPORT_STATE_LABELS[state]} tone={TONES[state]} />;
}
