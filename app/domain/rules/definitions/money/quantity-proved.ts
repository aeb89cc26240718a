import { CLAIM_UNIT_LABELS } from "../../../claims/claim";
import type { ClaimFacts } from "../../../claims/facts";
import { wholeMonths } from "../../../shared/months";
import { ALWAYS, own } from "../../citations/own";
import { cannotTell, fail, pass, type Rule } from "../../rule";

const citation = own("数量以台账为准，不多报；楚沪滇组发〔2020〕2号 二(六) 要求账实相符");

/** Days attended, months of the class, else one. */
function provedQuantity(unit: ClaimFacts["unit"], training: ClaimFacts["training"]): number {
  if (training === null || unit === "PERSON") return 1;
  if (unit === "PERSON_DAY") return training.attendedDays;
  return Math.max(1, wholeMonths(training.startsOn, training.endsOn));
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
    const claimed = { label: "申领数量", value: `${quantity} ${CLAIM_UNIT_LABELS[unit]}` };
    if (unit === "PERSON_DAY" && training === null) return cannotTell("查不到到课天数", claimed);
    const most = provedQuantity(unit, training);
    if (quantity <= 0) return fail("数量为零", claimed);
    return quantity <= most
      ? pass(`可证明 ${most}`, claimed)
      : fail(`可证明 ${most}，多报 ${quantity - most}`, claimed);
  },
};
