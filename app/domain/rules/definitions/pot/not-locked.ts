import { ALWAYS } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { isOrNot } from "../../inputs";
import { passIf, type Rule } from "../../rule";

const citation = SHANGHAI_9.carryOver;

export const notLocked: Rule = {
  id: "pot/not-locked",
  title: "结转资金已解锁",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ pot: { isLocked } }) =>
    passIf(
      !isLocked,
      "资金可以使用",
      "结转资金没有解锁，不能安排使用",
      isOrNot("结转后未解锁", isLocked),
    ),
};
