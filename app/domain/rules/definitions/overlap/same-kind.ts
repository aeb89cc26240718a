import { ALWAYS, own } from "../../citations/own";
import type { Rule } from "../../rule";
import { noOther } from "./other-claims";

const citation = own("同一件事、同一段时间只补一次");

export const sameKind: Rule = {
  id: "overlap/same-kind",
  title: "同类补贴的时间不重复",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: (facts) =>
    noOther(
      facts,
      ({ kind, sameSource, sameCounty, sameFund, year }) =>
        kind === facts.kind && !sameSource && sameCounty && sameFund && year === facts.year,
      { none: "没有时间重复的同类补贴", some: "有时间重复的同类补贴" },
    ),
};
