import { WAGE_SHEET_STATE_LABELS, type WageSheetState } from "~/domain/posts/wage";
import type { Tone } from "../tone";
import { StateBadge } from "./badge";

const TONES: Readonly<Record<WageSheetState, Tone>> = {
  draft: "neutral",
  submitted: "info",
  returned: "warning",
  approved: "info",
  locked: "success",
};

interface WageSheetBadgeProps {
  readonly state: WageSheetState;
  readonly isRemoved?: boolean;
}

export function WageSheetBadge({ state, isRemoved = false }: WageSheetBadgeProps) {
  if (isRemoved) return <StateBadge label="已撤销" tone="neutral" />;
  return <StateBadge label={WAGE_SHEET_STATE_LABELS[state]} tone={TONES[state]} />;
}
