import { CLAIM_UNIT_LABELS as UNITS } from "../../../claims/claim";
import type { ClaimFacts } from "../../../claims/facts";
import { wholeMonths } from "../../../shared/months";
import { ALWAYS, own } from "../../citations/own";
import { counted, period } from "../../inputs";
import { cannotTell, fail, pass, type Input, type Rule } from "../../rule";

const citation = own("数量以台账为准，不多报；楚沪滇组发〔2020〕2号 二(六) 要求账实相符");

/** Days attended, months of the class, else one. */
function provedQuantity(
  unit: ClaimFacts["unit"],
  training: ClaimFacts["training"],
): readonly [most: number, by: Input] {
  if (training === null || unit === "PERSON") return [1, counted("一条台账", 1, UNITS[unit])];
  const { attendedDays, startsOn, endsOn } = training;
  if (unit === "PERSON_DAY") return [attendedDays, counted("到课天数", attendedDays, "天")];
  return [Math.max(1, wholeMonths(startsOn, endsOn)), period("培训日期", startsOn, endsOn)];
}

export const quantityProved: Rule = {
  id: "money/quantity-proved",
  title: "数量不超过台账所能证明的",
  citation,
  effective: ALWAYS,
  severity: "block",
  kinds: [],
  parameters: [],
  check: ({ quantity, unit, training }) => {
    const claimed = counted("申领数量", quantity, UNITS[unit]);
    if (unit === "PERSON_DAY" && training === null) return cannotTell("查不到到课天数", claimed);
    const [most, by] = provedQuantity(unit, training);
    if (quantity <= 0) return fail("数量为零", claimed, by);
    return quantity <= most
      ? pass(`可证明 ${most}`, claimed, by)
      : fail(`可证明 ${most}，多报 ${quantity - most}`, claimed, by);
  },
};
