import { ALWAYS } from "../../citations/own";
import { QUJING_31 } from "../../citations/qujing-2020-31";
import { fail, pass, type Rule } from "../../rule";
import { withNumber } from "../../with-number";
import { countOf } from "./count-of";

const citation = QUJING_31.kinds;

/** The document calls it one-off; that this is meant by the year is our reading. */
export const outworkPerYear: Rule = {
  id: "overlap/outwork-per-year",
  title: "一年内一次性外出就业补贴次数不超过上限",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: ["OUTWORK"],
  parameters: ["claim.outworkPerYear"],
  check: ({ others, eventOn }, numbers) =>
    withNumber(numbers, "claim.outworkPerYear", (most, input) => {
      const year = eventOn.slice(0, 4);
      const times = countOf(others, "OUTWORK", year) + 1;
      return times <= most
        ? pass(`${year} 年第 ${times} 次`, input)
        : fail(`${year} 年第 ${times} 次，超过 ${most} 次`, input);
    }),
};
