import { fen, yuanText } from "../../../shared/fen";
import { ALWAYS, own } from "../../citations/own";
import { money } from "../../inputs";
import { cannotTell, fail, pass, type Rule } from "../../rule";
import { withNumber } from "../../with-number";
import { firstFew } from "../overlap/first-few";

const citation = own("文件没有写每人每年的上限，由当地标准确定");

export const personYearCeiling: Rule = {
  id: "money/person-year-ceiling",
  title: "一人一年的补贴合计不超过上限",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: ["claim.personYearCeiling"],
  check: ({ amountFen, others, year }, numbers) =>
    withNumber(numbers, "claim.personYearCeiling", (most, input) => {
      const ofYear = others.filter((other) => other.year === year && other.standing === "before");
      const sum = fen(
        ofYear.reduce<number>((total, other) => total + (other.amountFen ?? 0), amountFen),
      );
      const inputs = [
        money(`${year} 年合计`, sum),
        input,
        money("本明细", amountFen),
        ...firstFew(ofYear, ({ amountFen: amount }) =>
          amount === null ? "，金额不详" : `，${yuanText(amount)}`,
        ),
      ];
      if (sum > Math.round(most * 100)) return fail("本人当年补贴超过上限", ...inputs);
      return ofYear.some((other) => other.amountFen === null)
        ? cannotTell("其他县的申领不知道金额，合计无法判断", ...inputs)
        : pass("本人当年补贴不超过上限", ...inputs);
    }),
};
