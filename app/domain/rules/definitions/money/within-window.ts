import { daysBetween } from "../../../shared/calendar-date";
import { ALWAYS, own } from "../../citations/own";
import { fail, pass, type Rule } from "../../rule";
import { withNumber } from "../../with-number";

const citation = own("文件没有写申领期限，由当地标准确定；超期的要说明");

export const withinWindow: Rule = {
  id: "money/within-window",
  title: "在申领期限内申领",
  citation,
  effective: ALWAYS,
  severity: "warn",
  kinds: [],
  parameters: ["claim.windowDays"],
  check: ({ periodTo, claimedOn }, numbers) =>
    withNumber(numbers, "claim.windowDays", (most, input) => {
      const days = Math.max(0, daysBetween(periodTo, claimedOn));
      const inputs = [
        input,
        { label: "事项截止日", value: periodTo },
        { label: "申领日", value: claimedOn },
      ];
      return days <= most
        ? pass(`事项结束后 ${days} 天申领`, ...inputs)
        : fail(`事项结束后 ${days} 天才申领，超过 ${most} 天`, ...inputs);
    }),
};
