import { ALWAYS } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { rateParameterOf } from "../../rate-parameter";
import { money } from "../../inputs";
import { cannotTell, fail, pass, type Rule } from "../../rule";
import { withNumber } from "../../with-number";

const citation = SHANGHAI_9.rates;

export const rateAgrees: Rule = {
  id: "money/rate-agrees",
  title: "明细所用标准与执行标准一致",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [
    "claim.trainingPersonDay",
    "claim.trainingPersonMonth",
    "claim.stablePerson",
    "claim.agencyPerson",
    "claim.postPersonMonth",
    "claim.outworkShanghai",
    "claim.outworkElsewhere",
    "claim.outworkInProvince",
  ],
  check: (facts, numbers) => {
    const parameter = rateParameterOf(facts);
    const { rateFen } = facts;
    const used = money("明细所用标准", rateFen);
    if (parameter === null || rateFen === null) return cannotTell("编制时没有补贴标准", used);
    return withNumber(numbers, parameter, (value, input) =>
      Math.round(value * 100) === rateFen
        ? pass("与执行标准一致", used, input)
        : fail("与执行标准不一致，请重新编制", used, input),
    );
  },
};
