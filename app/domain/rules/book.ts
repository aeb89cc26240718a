import { RULE_CHAPTERS } from "./catalogue";
import { FUND_RULES } from "./chapters/fund";
import type { Rule } from "./rule";

/** What the book prints of a rule, over a line or over a pot. */
export type ListedRule = Omit<Rule, "check">;

export interface ListedChapter {
  readonly key: string;
  readonly title: string;
  readonly reads: string;
  readonly rules: readonly ListedRule[];
}

/** The chapters a line is checked by, then what the money itself is judged by. */
export const BOOK: readonly ListedChapter[] = [
  ...RULE_CHAPTERS,
  {
    key: "fund",
    title: "资金管理",
    reads: "资金项目的到账、支出、调整、结转和收尾",
    rules: FUND_RULES.map((rule) => ({ ...rule, kinds: [] })),
  },
];
