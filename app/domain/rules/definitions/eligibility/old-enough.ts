import { ageOn } from "../../../shared/calendar-date";
import { own, since } from "../../citations/own";
import { fail, pass, type Rule } from "../../rule";
import { withNumber } from "../../with-number";

const citation = own("未成年的不得务工；文件没有写年龄，按 16 周岁，可录入");

export const oldEnough: Rule = {
  id: "eligibility/old-enough",
  title: "年龄不低于下限",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: [],
  parameters: ["claim.minAge"],
  check: ({ person: { bornOn }, eventOn }, numbers) =>
    withNumber(numbers, "claim.minAge", (least, input) => {
      const age = ageOn(bornOn, eventOn);
      const inputs = [input, { label: "事项日期", value: eventOn }];
      return age >= least
        ? pass(`当日 ${age} 周岁`, ...inputs)
        : fail(`当日 ${age} 周岁，未满 ${least} 周岁`, ...inputs);
    }),
};
