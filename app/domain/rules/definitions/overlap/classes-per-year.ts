import { ALWAYS, own } from "../../citations/own";
import { fail, pass, type Rule } from "../../rule";
import { withNumber } from "../../with-number";
import { countOf } from "./count-of";

const citation = own("文件没有写每年可培训几次，由当地标准确定");

export const classesPerYear: Rule = {
  id: "overlap/classes-per-year",
  title: "一年内培训补贴次数不超过上限",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: ["TRAINING"],
  parameters: ["claim.trainingPerYear"],
  check: ({ others, eventOn }, numbers) =>
    withNumber(numbers, "claim.trainingPerYear", (most, input) => {
      const year = eventOn.slice(0, 4);
      const times = countOf(others, "TRAINING", year) + 1;
      return times <= most
        ? pass(`${year} 年第 ${times} 次`, input)
        : fail(`${year} 年第 ${times} 次，超过 ${most} 次`, input);
    }),
};
