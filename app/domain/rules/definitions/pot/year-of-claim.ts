import { ALWAYS } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { fail, pass, type Rule } from "../../rule";

const citation = SHANGHAI_9.carryOver;

export const yearOfClaim: Rule = {
  id: "pot/year-of-claim",
  title: "资金年度与申领年度一致",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ pot, year }) =>
    pot.year === year
      ? pass(`同为 ${year} 年`)
      : fail(`资金是 ${pot.year} 年的，申领是 ${year} 年的`),
};
