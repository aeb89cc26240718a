import { classBesideWork } from "../definitions/engagement/class-beside-work";
import { postBesideWork } from "../definitions/engagement/post-beside-work";
import { twoClasses } from "../definitions/engagement/two-classes";
import { workBesidePost } from "../definitions/engagement/work-beside-post";
import type { Rule } from "../rule";

export const ENGAGEMENT_RULES: readonly Rule[] = [
  classBesideWork,
  twoClasses,
  postBesideWork,
  workBesidePost,
];
