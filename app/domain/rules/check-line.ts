import type { ClaimFacts } from "../claims/facts";
import { RULES } from "./catalogue";
import { isAsked, type Numbers, type Rule, type Verdict } from "./rule";

export interface Judged {
  readonly rule: Rule;
  readonly verdict: Verdict;
}

/** One line before every rule that is asked of its kind and day, in the catalogue's order. */
export function checkLine(facts: ClaimFacts, numbers: Numbers): readonly Judged[] {
  return RULES.filter((rule) => isAsked(rule, facts)).map((rule) => ({
    rule,
    verdict: rule.check(facts, numbers),
  }));
}
