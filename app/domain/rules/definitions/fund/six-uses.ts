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
  appliesTo: ({ purpose }) => purpose === "REIMBURSEMENT",
  check: ({ purpose, spending }) => {
    const other = spending.filter(({ category }) => !CATEGORIES_OF[purpose].includes(category));
    const told = other.map(({ category, amountFen }) => ({
      label: EXPENDITURE_CATEGORY_LABELS[category],
      value: yuanText(amountFen),
    }));
    return other.length === 0
      ? pass("支出都在六种用途之内", { label: "支出用途", value: `${spending.length} 种` })
      : fail(`${other.length} 种支出不在六种用途之内`, ...told);
  },
};
