import { recruitingShare } from "../../../funds/labour-use";
import { yuanText } from "../../../shared/fen";
import { since } from "../../citations/own";
import { MINHANG_15 } from "../../citations/minhang-2022-15";
import type { FundRule } from "../../fund-rule";
import { cannotTell, fail, pass } from "../../rule";
import { withNumber } from "../../with-number";

const citation = MINHANG_15.labourUses;

/** The document says a certain share and no figure: what it is has to be entered. */
export const labourUses: FundRule = {
  id: "fund/labour-uses",
  title: "劳务协作资金有一定比例用于招聘和培训",
  citation,
  effective: since(citation),
  severity: "warn",
  parameters: ["fund.labourSharePercent"],
  appliesTo: ({ isLabour }) => isLabour,
  check: ({ spending }, numbers) =>
    withNumber(numbers, "fund.labourSharePercent", (least, input) => {
      const { rate, reachesMinimum } = recruitingShare(spending, least);
      const sums = `${yuanText(rate.numerator)} ÷ ${yuanText(rate.denominator)}`;
      if (reachesMinimum === null) return cannotTell("还没有支出，比例无从计算", input);
      return reachesMinimum
        ? pass(`招聘和培训 ${sums}，达到 ${least}%`, input)
        : fail(`招聘和培训 ${sums}，不足 ${least}%`, input);
    }),
};
