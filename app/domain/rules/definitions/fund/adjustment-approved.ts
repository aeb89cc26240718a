import { adjustmentKind } from "../../../funds/adjustment";
import { fen, yuanText } from "../../../shared/fen";
import { since } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import type { FundFacts, FundRule } from "../../fund-rule";
import { fail, pass } from "../../rule";
import { withNumber } from "../../with-number";

const citation = SHANGHAI_9.adjustment;

export const adjustmentApproved: FundRule = {
  id: "fund/adjustment-approved",
  title: "超过比例或改变五个要素的调整经过审批",
  citation,
  effective: since(citation),
  severity: "block",
  parameters: ["fund.adjustmentPercent"],
  appliesTo: ({ adjustments }) => adjustments.length > 0,
  check: ({ amountFen, adjustments }, numbers) =>
    withNumber(numbers, "fund.adjustmentPercent", (percent, input) => {
      const filed = adjustments.filter(({ kind }) => kind === "FILING");
      const filedOnly = filed.filter((one, at) => {
        const before = sumOf(filed.slice(0, at));
        return adjustmentKind(one, amountFen, percent, before) === "APPROVAL";
      });
      const told = filedOnly.map((one) => ({
        label: "只作了备案",
        value: `${yuanText(one.amountFen)}，项目资金 ${yuanText(amountFen)}`,
      }));
      return filedOnly.length === 0
        ? pass(`${adjustments.length} 项调整都按规定备案或审批`, input)
        : fail(`${filedOnly.length} 项调整应当审批`, input, ...told);
    }),
};

const sumOf = (some: FundFacts["adjustments"]) =>
  fen(some.reduce<number>((sum, one) => sum + one.amountFen, 0));
