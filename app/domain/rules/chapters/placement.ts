import { hasEvidence } from "../definitions/placement/has-evidence";
import { inTouch } from "../definitions/placement/in-touch";
import { leftTheCounty } from "../definitions/placement/left-the-county";
import { notAPublicPost } from "../definitions/placement/not-a-public-post";
import { outworkMonths } from "../definitions/placement/outwork-months";
import { placementStableMonths } from "../definitions/placement/stable-months";
import type { Rule } from "../rule";

export const PLACEMENT_RULES: readonly Rule[] = [
  hasEvidence,
  inTouch,
  notAPublicPost,
  placementStableMonths,
  outworkMonths,
  leftTheCounty,
];
