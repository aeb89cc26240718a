import { CLAIM_KIND_LABELS } from "../../../claims/claim";
import type { ClaimFacts, OtherClaim } from "../../../claims/facts";
import { overlap } from "../../overlapping";
import { fail, pass, type Verdict } from "../../rule";

const MOST_SHOWN = 3;

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
  );
}

/** Passes when there are none; the first few are named. */
export function toldOf(
  found: readonly OtherClaim[],
  { none, some }: { readonly none: string; readonly some: string },
): Verdict {
  if (found.length === 0) return pass(none);
  const shown = found.slice(0, MOST_SHOWN).map(({ kind, periodFrom, periodTo, isPaid }) => ({
    label: `${CLAIM_KIND_LABELS[kind]}（${isPaid ? "已发放" : "未发放"}）`,
    value: `${periodFrom} 至 ${periodTo}`,
  }));
  return fail(`${some}：${found.length} 笔`, ...shown);
}
