import { ALWAYS } from "../../citations/own";
import { SHANGHAI_9 } from "../../citations/shanghai-2020-9";
import { counted } from "../../inputs";
import { fail, pass, type Rule } from "../../rule";

const citation = SHANGHAI_9.carryOver;

export const yearOfClaim: Rule = {
  id: "pot/year-of-claim",
  title: "资金年度与申领年度一致，事项不晚于当年",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ pot, year, eventOn }) => {
    const inputs = [
      counted("资金年度", pot.year, "年"),
      counted("申领年度", year, "年"),
      { label: "事项日期", value: eventOn },
    ];
    if (pot.year !== year) return fail(`资金是 ${pot.year} 年的，申领是 ${year} 年的`, ...inputs);
    // What began in December and ended in January is of the year in which it is claimed; what began later is not.
    return Number(eventOn.slice(0, 4)) > year
      ? fail(`事项发生在 ${year} 年以后，应使用当年的资金`, ...inputs)
      : pass(`同为 ${year} 年，事项不晚于当年`, ...inputs);
  },
};
