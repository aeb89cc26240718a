import { ROSTER_STATE_LABELS } from "~/domain/rosters/roster";
import type { RosterState } from "~/domain/rosters/roster";
import { StateBadge } from "./badge";
import type { IconName } from "../icon";
import type { Tone } from "../tone";

const LOOK: Readonly<Record<RosterState, { readonly tone: Tone; readonly icon: IconName }>> = {
  draft: { tone: "neutral", icon: "edit" },
  submitted: { tone: "info", icon: "clock" },
  returned: { tone: "warning", icon: "warning" },
  accepted: { tone: "success", icon: "check" },
  sealed: { tone: "success", icon: "lock" },
};

/** Where a roster stands, in words, icon and colour. */
export function RosterStateBadge({ state }: { readonly state: RosterState }) {
  return <StateBadge label={ROSTER_STATE_LABELS[state]} {...LOOK[state]} />;
}
