import type { FairOutcome } from "~/domain/employers/fair-outcome";
import type { Tone } from "~/ui/tone";

export const OUTCOME_TONES: Readonly<Record<FairOutcome, Tone>> = {
  ATTENDED: "neutral",
  OFFERED: "info",
  DECLINED: "warning",
  PLACED: "success",
};

/** 2020-05-20, or 2020-05-20 至 2020-05-22. */
export function fairDays({
  heldOn,
  heldTo,
}: {
  readonly heldOn: string;
  readonly heldTo: string | null;
}): string {
  return heldTo === null || heldTo === heldOn ? heldOn : `${heldOn} 至 ${heldTo}`;
}
