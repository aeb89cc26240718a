import { ALWAYS } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { fail, pass, type Rule } from "../../rule";

const citation = QUJING_31.reimbursed;

export const notReimbursement: Rule = {
  id: "pot/not-reimbursement",
  title: "报账资金不发放补贴",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ pot: { purpose } }) =>
    purpose === "REIMBURSEMENT"
      ? fail("资金项目是市本级报账资金，不在六种用途之内")
      : pass("不是报账资金"),
};
