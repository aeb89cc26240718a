import { RESULT_LABELS, type Result } from "~/domain/targets/standing";
import type { Tone } from "~/ui/tone";

const TONES: Readonly<Record<Result, Tone>> = {
  noNumber: "neutral",
  notBegun: "neutral",
  met: "success",
  tooEarly: "neutral",
  onTrack: "info",
  onPace: "info",
  behind: "warning",
  atRisk: "warning",
  failed: "danger",
};

/** The state of an area in words, with the colour and icon that repeat it. */
export function resultBadge(result: Result): { readonly label: string; readonly tone: Tone } {
  return { label: RESULT_LABELS[result], tone: TONES[result] };
}
