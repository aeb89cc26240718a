import { ALWAYS } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import type { Rule } from "../../rule";
import { timesPerYear } from "./times-per-year";

const citation = QUJING_31.kinds;

/** The document calls it one-off; that this is meant by the year is our reading. */
export const outworkPerYear: Rule = {
  id: "overlap/outwork-per-year",
  title: "一年内一次性外出就业补贴次数不超过上限",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: ["OUTWORK"],
  parameters: ["claim.outworkPerYear"],
  check: timesPerYear("OUTWORK", "claim.outworkPerYear"),
};
