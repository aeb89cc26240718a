import { ALWAYS, own } from "../../citations/own";
import type { Rule } from "../../rule";
import { toldOf } from "./other-claims";

const citation = own("同一件事、同一段时间只补一次");

export const sourceOnce: Rule = {
  id: "overlap/source-once",
  title: "同一条台账只申领一次",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ others, kind }) =>
    toldOf(
      others.filter(
        (other) => other.standing === "before" && other.sameSource && other.kind === kind,
      ),
      { none: "没有用同一条台账申领过", some: "同一条台账已申领同类补贴" },
    ),
};
