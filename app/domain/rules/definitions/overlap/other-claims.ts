import type { ClaimFacts, OtherClaim } from "../../../claims/facts";
import { overlap } from "../../overlapping";
import { period } from "../../inputs";
import { fail, pass, type Input, type Verdict } from "../../rule";
import { firstFew } from "./first-few";

/** Passes when no claim of the person before this one for some of the same days is of that sort. */
export function noOther(
  facts: ClaimFacts,
  sort: (other: OtherClaim) => boolean,
  words: { readonly none: string; readonly some: string },
): Verdict {
  const days = { from: facts.periodFrom, to: facts.periodTo };
  return toldOf(
    facts.others.filter(
      (other) =>
        other.standing === "before" &&
        sort(other) &&
        overlap(days, { from: other.periodFrom, to: other.periodTo }),
    ),
    words,
    period("本明细期间", days.from, days.to),
  );
}

/** Passes when there are none; the first few are named, behind what they were looked for by. */
export function toldOf(
  found: readonly OtherClaim[],
  { none, some }: { readonly none: string; readonly some: string },
  ...looked: readonly Input[]
): Verdict {
  const inputs = [...looked, ...firstFew(found)];
  return found.length === 0
    ? pass(none, ...inputs)
    : fail(`${some}：${found.length} 笔`, ...inputs);
}
