import { fen, yuanText } from "../../../shared/fen";
import { own, since } from "../../citations/own";
import { ofPost } from "../../of-kind";
import { money } from "../../inputs";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = own("补贴的是发出去的工资，不能多于工资");

export const notBeyondWage: Rule = {
  id: "post/not-beyond-wage",
  title: "补贴不超过实发工资",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: ["POST"],
  parameters: [],
  check: ofPost(({ isPaid, paidFen }, { amountFen, rateFen }) => {
    const wage = money("实发工资", isPaid ? paidFen : null);
    if (!isPaid) return cannotTell("当月工资没有发放", wage);
    const rate = money("明细所用标准", rateFen);
    if (rateFen === null) return cannotTell("没有补贴标准，金额没有算出", wage, rate);
    const inputs = [money("补贴", amountFen), wage];
    return amountFen <= paidFen
      ? pass("不超过实发工资", ...inputs)
      : fail(`比实发工资多 ${yuanText(fen(amountFen - paidFen))}`, ...inputs);
  }),
};
