import type { WorkshopState } from "~/domain/employers/workshop";
import type { Tone } from "~/ui/tone";

export const STATE_TONES: Readonly<Record<WorkshopState, Tone>> = {
  NOT_YET: "neutral",
  AWAITING_PROOF: "warning",
  RECOGNISED: "success",
  LAPSED: "danger",
  WITHDRAWN: "danger",
};
