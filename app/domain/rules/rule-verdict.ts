import { byReference } from "./by-reference";
import type { Citation, Rule, RuleSeverity, Verdict } from "./rule";

/** What one rule says, with where it comes from. */
export interface RuleVerdict {
  readonly rule: string;
  readonly title: string;
  readonly severity: RuleSeverity;
  readonly citation: Citation;
  /** 参照执行 where the document was written for elsewhere. */
  readonly reference: string | null;
  readonly verdict: Verdict;
}

/** What a rule says of something in that county. */
export function ruleVerdict(
  { id, title, severity, citation }: Pick<Rule, "id" | "title" | "severity" | "citation">,
  verdict: Verdict,
  countyCode: string,
): RuleVerdict {
  return {
    rule: id,
    title,
    severity,
    citation,
    verdict,
    reference: byReference(citation, countyCode),
  };
}
