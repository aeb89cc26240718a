import { RULES } from "../rules/catalogue";
import type { ParameterId, ParameterInForce } from "../rules/parameter";
import {
  isAsked,
  pass,
  VERDICT_LABELS,
  type Numbers,
  type Rule,
  type Verdict,
} from "../rules/rule";
import type { CalendarDate } from "../shared/calendar-date";
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
  readonly source: string | null;
  /** Null: our own default. */
  readonly fromOn: string | null;
}

/**
 * Every verdict of a run on one line, in the catalogue's order. What is not a pass the run has kept; a pass is worked out
 * again from the facts it kept: by the numbers in force where the run went by them, else by the run's own. Only where
 * the rule judges otherwise by these too has it changed since, which is said.
 */
export function lineVerdicts(
  facts: ClaimFacts,
  kept: readonly StoredVerdict[],
  numbers: Numbers,
  used: readonly NumberUsed[],
): readonly LineVerdict[] {
  const told = new Map(kept.map((one) => [one.rule, one]));
  const known = new Set(used.map(keyOf));
  const ofRun = numbersOfRun(facts.eventOn, numbers, used);
  return RULES.filter((rule) => isAsked(rule, facts)).map((rule) => {
    const stored = told.get(rule.id);
    if (stored !== undefined) {
      const { verdict: kind, message, inputs } = stored;
      return { rule, verdict: { kind, message, inputs } };
    }
    let isSame = true;
    const now = rule.check(facts, (parameter) => {
      const found = numbers(parameter);
      if (found !== null && !known.has(keyOf(asUsed(parameter, found)))) isSame = false;
      return found;
    });
    if (isSame && now.kind === "pass") return { rule, verdict: now };
    const then = rule.check(facts, ofRun);
    return { rule, verdict: then.kind === "pass" ? then : changedSince(then) };
  });
}

/** The number in force where the run went by it, else the latest the run went by that had begun by the day. */
function numbersOfRun(on: CalendarDate, numbers: Numbers, used: readonly NumberUsed[]): Numbers {
  return (parameter) => {
    const begun = used.filter(
      (one) => one.parameter === parameter && (one.fromOn === null || one.fromOn <= on),
    );
    const found = numbers(parameter);
    const inForce = found === null ? null : keyOf(asUsed(parameter, found));
    if (begun.some((one) => keyOf(one) === inForce)) return found;
    return begun.reduce<NumberUsed | null>(
      (latest, one) => ((latest?.fromOn ?? "") > (one.fromOn ?? "") ? latest : one),
      null,
    );
  };
}

const changedSince = ({ kind, message }: Verdict): Verdict =>
  pass("核查时符合；规则此后有变", {
    label: "按现在的规则",
    value: `${VERDICT_LABELS[kind]}，${message}`,
  });

function asUsed(parameter: ParameterId, found: ParameterInForce): Omit<NumberUsed, "source"> {
  const { fromOn = null } = found as { readonly fromOn?: string | null };
  return { parameter, value: found.value, fromOn };
}

function keyOf({ parameter, value, fromOn }: Omit<NumberUsed, "source">): string {
  return `${parameter} ${value} ${fromOn ?? ""}`;
}
