import { ALWAYS, own } from "../../citations/own";
import type { Rule } from "../../rule";
import { noOther } from "./other-claims";

const citation = own("同一件事、同一段时间只补一次");

export const funds: Rule = {
  id: "overlap/funds",
  title: "没有从其他资金项目申领同一补贴",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: (facts) =>
    noOther(
      facts,
      ({ kind, sameCounty, sameFund }) => kind === facts.kind && sameCounty && !sameFund,
      { none: "其他资金项目没有同一补贴", some: "其他资金项目已有同一段时间的同类补贴" },
    ),
};
