import { ALWAYS, own } from "../../citations/own";
import type { Rule } from "../../rule";
import { noOther } from "./other-claims";

const citation = own("文件没有写几种补贴能否同时享受，重叠的要说明");

export const kinds: Rule = {
  id: "overlap/kinds",
  title: "同一段时间没有享受其他种类的补贴",
  citation,
  effective: ALWAYS,
  severity: "warn",
  kinds: [],
  parameters: [],
  check: (facts) =>
    noOther(facts, ({ kind, sameCounty }) => kind !== facts.kind && sameCounty, {
      none: "没有时间重叠的其他补贴",
      some: "同一段时间还有其他种类的补贴",
    }),
};
