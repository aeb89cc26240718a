import { CATEGORIES_OF, EXPENDITURE_CATEGORY_LABELS } from "../../../funds/pot";
import { yuanText } from "../../../shared/fen";
import { since } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import type { FundRule } from "../../fund-rule";
import { fail, pass } from "../../rule";

const citation = QUJING_31.reimbursed;

export const sixUses: FundRule = {
  id: "fund/six-uses",
  title: "报账资金只用于六种用途",
  citation,
  effective: since(citation),
  severity: "block",
  parameters: [],
  thresholds: CATEGORIES_OF.REIMBURSEMENT.map((category, at) => ({
    label: `用途 ${at + 1}`,
    value: EXPENDITURE_CATEGORY_LABELS[category],
    source: `${citation.document} ${citation.clause}`,
  })),
  check: ({ purpose, spending }) => {
    if (purpose !== "REIMBURSEMENT") return pass("不是报账资金，不适用");
    const other = spending.filter(({ category }) => !CATEGORIES_OF[purpose].includes(category));
    const told = other.map(({ category, amountFen }) => ({
      label: EXPENDITURE_CATEGORY_LABELS[category],
      value: yuanText(amountFen),
    }));
    return other.length === 0
      ? pass(`${spending.length} 笔支出都在六种用途之内`)
      : fail(`${other.length} 笔支出不在六种用途之内`, ...told);
  },
};
