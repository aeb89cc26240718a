import { DESTINATION_LABELS } from "../../../placements/destination";
import { ALWAYS } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { rateParameterOf } from "../../rate-parameter";
import { recorded } from "../../inputs";
import { fail, pass, type Rule } from "../../rule";
import { withNumber } from "../../with-number";

const citation = SHANGHAI_9.rates;

export const rateInForce: Rule = {
  id: "money/rate-in-force",
  title: "补贴标准已录入并在执行期内",
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
    if (parameter === null) {
      const where =
        facts.placement === null ? null : DESTINATION_LABELS[facts.placement.destination];
      return fail("这种去向没有补贴标准", recorded("去向", where));
    }
    return withNumber(numbers, parameter, (value, input) => pass(`标准 ${value} 元`, input));
  },
};
