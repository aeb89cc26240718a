import type { ClaimKind } from "../../../claims/claim";
import type { ClaimFacts } from "../../../claims/facts";
import type { ParameterId } from "../../parameter";
import { fail, pass, type Numbers, type Verdict } from "../../rule";
import { withNumber } from "../../with-number";
import { claimsOf } from "./count-of";
import { firstFew } from "./first-few";

/** How often a year the person has claimed the kind, this time included, against the number that was entered. */
export const timesPerYear =
  (kind: ClaimKind, parameter: ParameterId) =>
  ({ others, eventOn }: ClaimFacts, numbers: Numbers): Verdict =>
    withNumber(numbers, parameter, (most, input) => {
      const year = eventOn.slice(0, 4);
      const before = claimsOf(others, kind, year);
      const times = before.length + 1;
      const inputs = [input, { label: "事项日期", value: eventOn }, ...firstFew(before)];
      return times <= most
        ? pass(`${year} 年第 ${times} 次`, ...inputs)
        : fail(`${year} 年第 ${times} 次，超过 ${most} 次`, ...inputs);
    });
