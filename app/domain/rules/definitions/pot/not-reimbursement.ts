import { POT_PURPOSE_LABELS } from "../../../funds/pot";
import { ALWAYS } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { passIf, type Rule } from "../../rule";

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
    passIf(
      purpose !== "REIMBURSEMENT",
      "不是报账资金",
      "资金项目是市本级报账资金，不在六种用途之内",
      { label: "资金用途", value: POT_PURPOSE_LABELS[purpose] },
    ),
};
