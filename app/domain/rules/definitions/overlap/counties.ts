import { ALWAYS, own } from "../../citations/own";
import type { Rule } from "../../rule";
import { noOther } from "./other-claims";

const citation = own("同一件事、同一段时间只补一次");

export const counties: Rule = {
  id: "overlap/counties",
  title: "没有在其他县申领同一段时间的补贴",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: (facts) =>
    noOther(facts, ({ sameCounty }) => !sameCounty, {
      none: "其他县没有同一段时间的申领",
      some: "其他县有同一段时间的申领",
    }),
};
