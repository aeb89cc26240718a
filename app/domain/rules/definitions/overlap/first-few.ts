import { CLAIM_KIND_LABELS } from "../../../claims/claim";
import type { OtherClaim } from "../../../claims/facts";
import type { Input } from "../../rule";
import { counted } from "../../inputs";

const MOST_SHOWN = 3;

/** How many other claims there are, and the first of them by name; `more` is said behind each one's days. */
export function firstFew(
  others: readonly OtherClaim[],
  more: (other: OtherClaim) => string = () => "",
): readonly Input[] {
  const shown = others.slice(0, MOST_SHOWN).map((other) => ({
    label: `${CLAIM_KIND_LABELS[other.kind]}（${other.isPaid ? "已发放" : "未发放"}）`,
    value: `${other.periodFrom} 至 ${other.periodTo}${more(other)}`,
  }));
  return [counted("其他申领", others.length, "笔"), ...shown];
}
