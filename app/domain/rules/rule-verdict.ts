import type { Citation, RuleSeverity, Verdict } from "./rule";

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
