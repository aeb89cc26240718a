import { ALWAYS, own } from "../../citations/own";
import type { Rule } from "../../rule";
import { timesPerYear } from "./times-per-year";

const citation = own("文件没有写每年可培训几次，由当地标准确定");

export const classesPerYear: Rule = {
  id: "overlap/classes-per-year",
  title: "一年内培训补贴次数不超过上限",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: ["TRAINING"],
  parameters: ["claim.trainingPerYear"],
  check: timesPerYear("TRAINING", "claim.trainingPerYear"),
};
