import {
  RECONCILIATION_STATE_LABELS,
  type ReconciliationState,
} from "~/domain/targets/reconciliation";
import type { Tone } from "~/ui/tone";
import type { IconName } from "~/ui/icon";

export const STATE_BADGES: Readonly<
  Record<
    ReconciliationState,
    { readonly label: string; readonly tone: Tone; readonly icon: IconName }
  >
> = {
  open: { label: RECONCILIATION_STATE_LABELS.open, tone: "warning", icon: "edit" },
  locked: { label: RECONCILIATION_STATE_LABELS.locked, tone: "success", icon: "lock" },
};
