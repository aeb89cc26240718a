import { ALWAYS } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { isOrNot } from "../../inputs";
import { passIf, type Rule } from "../../rule";

const citation = QUJING_31.closure;

export const notClosed: Rule = {
  id: "pot/not-closed",
  title: "资金项目没有收尾",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ pot: { isClosed } }) =>
    passIf(!isClosed, "资金项目没有收尾", "资金项目已经验收收尾", isOrNot("已验收收尾", isClosed)),
};
