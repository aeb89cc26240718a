import type { ClaimFacts } from "../claims/facts";
import { RULES } from "./catalogue";
import { isAsked, type Numbers, type Rule, type Verdict } from "./rule";

export interface Judged {
  readonly rule: Rule;
  readonly verdict: Verdict;
}

/** One line before every rule that is asked of its kind and day, in the catalogue's order. */
export function checkLine(facts: ClaimFacts, numbers: Numbers): readonly Judged[] {
  return rulesAskedOf(facts).map((rule) => ({ rule, verdict: rule.check(facts, numbers) }));
}

/** Lines by the thousand share a few days: which rules hold is worked out once for each kind and day. */
const asked = new Map<string, readonly Rule[]>();
const MOST_KEPT = 10_000;

function rulesAskedOf(facts: ClaimFacts): readonly Rule[] {
  const key = `${facts.kind} ${facts.eventOn}`;
  const known = asked.get(key);
  if (known !== undefined) return known;
  const rules = RULES.filter((rule) => isAsked(rule, facts));
  if (asked.size >= MOST_KEPT) asked.clear();
  asked.set(key, rules);
  return rules;
}
