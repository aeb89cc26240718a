import { CLAIM_UNIT_LABELS } from "../../../claims/claim";
import { fen, yuanText } from "../../../shared/fen";
import { ALWAYS, own } from "../../citations/own";
import { counted, money } from "../../inputs";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = own("金额由系统按数量和标准算出，不手工填写");

export const amount: Rule = {
  id: "money/amount",
  title: "金额 = 数量 × 标准",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ quantity, unit, rateFen, amountFen }) => {
    const claimed = counted("申领数量", quantity, CLAIM_UNIT_LABELS[unit]);
    const rate = money("明细所用标准", rateFen);
    if (rateFen === null) return cannotTell("没有补贴标准，金额没有算出", claimed, rate);
    const right = fen(Math.round(quantity * rateFen));
    const inputs = [claimed, rate, money("明细金额", amountFen)];
    const formula = `${claimed.value} × ${rate.value} = ${yuanText(right)}`;
    return right === amountFen
      ? pass(formula, ...inputs)
      : fail(`${formula}，明细为 ${yuanText(amountFen)}`, ...inputs);
  },
};
