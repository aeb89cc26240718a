import { RULES } from "../rules/catalogue";
import type { Input, Rule, VerdictKind } from "../rules/rule";

/** A verdict that is not a pass, as a run keeps it. */
export interface StoredVerdict {
  readonly rule: string;
  readonly verdict: Exclude<VerdictKind, "pass">;
  readonly message: string;
  readonly inputs: readonly Input[];
}

const BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** Null: this edition of the product no longer asks it. */
export function ruleOf(id: string): Rule | null {
  return BY_ID.get(id) ?? null;
}

export function ruleTitle(id: string): string {
  return ruleOf(id)?.title ?? id;
}

export function isBlocking({ rule }: Pick<StoredVerdict, "rule">): boolean {
  return ruleOf(rule)?.severity === "block";
}

/** What is to be told of a line in one place: what failed first, before what cannot be told; blocking before warning. */
export function leading(verdicts: readonly StoredVerdict[]): StoredVerdict | null {
  let first: StoredVerdict | null = null;
  for (const one of verdicts) if (first === null || weight(one) < weight(first)) first = one;
  return first;
}

function weight(one: StoredVerdict): number {
  return (isBlocking(one) ? 0 : 2) + (one.verdict === "fail" ? 0 : 1);
}
