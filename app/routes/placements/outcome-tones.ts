import type { FollowUpOutcome } from "~/domain/placements/follow-up";
import type { Tone } from "~/ui/tone";

/** In work is quiet; who has not been found is loud. */
export const OUTCOME_TONES: Readonly<Record<FollowUpOutcome, Tone>> = {
  ON_JOB: "success",
  NO_ANSWER: "warning",
  CHANGED_JOB: "info",
  RETURNED_HOME: "info",
  LOST: "danger",
  REFUSED: "warning",
};
