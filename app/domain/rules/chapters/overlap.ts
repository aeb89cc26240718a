import { classesPerYear } from "../definitions/overlap/classes-per-year";
import { counties } from "../definitions/overlap/counties";
import { funds } from "../definitions/overlap/funds";
import { kinds } from "../definitions/overlap/kinds";
import { otherDrafts } from "../definitions/overlap/other-drafts";
import { outworkPerYear } from "../definitions/overlap/outwork-per-year";
import { sameKind } from "../definitions/overlap/same-kind";
import { sourceOnce } from "../definitions/overlap/source-once";
import { years } from "../definitions/overlap/years";
import type { Rule } from "../rule";

export const OVERLAP_RULES: readonly Rule[] = [
  sourceOnce,
  sameKind,
  counties,
  funds,
  years,
  kinds,
  classesPerYear,
  outworkPerYear,
  otherDrafts,
];
