import { RULES } from "../rules/catalogue";
import { isAsked, pass, type Numbers, type Rule, type Verdict } from "../rules/rule";
import type { ClaimFacts } from "./facts";
import type { StoredVerdict } from "./stored-verdict";

export interface LineVerdict {
  readonly rule: Rule;
  readonly verdict: Verdict;
}

/** A number a run went by, as the run keeps it. */
export interface NumberUsed {
  readonly parameter: string;
  readonly value: number;
  readonly fromOn: string | null;
}

/**
 * Every verdict of a run on one line, in the catalogue's order. What is not a pass the run has kept; a pass is worked out
 * again from the facts it kept, unless a number it went by, or the rule itself, has changed since: then it is said to
 * have passed and no more.
 */
export function lineVerdicts(
  facts: ClaimFacts,
  kept: readonly StoredVerdict[],
  numbers: Numbers,
  used: readonly NumberUsed[],
): readonly LineVerdict[] {
  const told = new Map(kept.map((one) => [one.rule, one]));
  const known = new Set(used.map(keyOf));
  return RULES.filter((rule) => isAsked(rule, facts)).map((rule) => {
    const stored = told.get(rule.id);
    if (stored !== undefined) {
      const { verdict: kind, message, inputs } = stored;
      return { rule, verdict: { kind, message, inputs } };
    }
    let isSame = true;
    const verdict = rule.check(facts, (parameter) => {
      const found = numbers(parameter);
      if (found === null) return null;
      const { fromOn = null } = found as { readonly fromOn?: string | null };
      if (!known.has(keyOf({ parameter, value: found.value, fromOn }))) isSame = false;
      return found;
    });
    const stands = isSame && verdict.kind === "pass";
    return { rule, verdict: stands ? verdict : pass("核查时符合；所用标准或规则此后有变") };
  });
}

function keyOf({ parameter, value, fromOn }: NumberUsed): string {
  return `${parameter} ${value} ${fromOn ?? ""}`;
}
