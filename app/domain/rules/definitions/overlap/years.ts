import { ALWAYS, own } from "../../citations/own";
import type { Rule } from "../../rule";
import { noOther } from "./other-claims";

const citation = own("同一件事、同一段时间只补一次");

export const years: Rule = {
  id: "overlap/years",
  title: "没有在其他年度申领同一补贴",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: (facts) =>
    noOther(
      facts,
      ({ kind, sameCounty, year }) => kind === facts.kind && sameCounty && year !== facts.year,
      { none: "其他年度没有同一补贴", some: "其他年度已有同一段时间的同类补贴" },
    ),
};
