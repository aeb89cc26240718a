import { ageOn } from "../../../shared/calendar-date";
import { own, since } from "../../citations/own";
import { fail, pass, type Rule } from "../../rule";
import { withNumber } from "../../with-number";

const citation = own("文件没有写年龄上限，由当地标准确定");

export const notTooOld: Rule = {
  id: "eligibility/not-too-old",
  title: "年龄不超过上限",
  citation,
  effective: since(citation),
  severity: "block",
  kinds: [],
  parameters: ["claim.maxAge"],
  check: ({ person: { bornOn }, eventOn }, numbers) =>
    withNumber(numbers, "claim.maxAge", (most, input) => {
      const age = ageOn(bornOn, eventOn);
      const inputs = [input, { label: "事项日期", value: eventOn }];
      return age <= most
        ? pass(`当日 ${age} 周岁`, ...inputs)
        : fail(`当日 ${age} 周岁，超过 ${most} 周岁`, ...inputs);
    }),
};
