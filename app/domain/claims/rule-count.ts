import type { Judged } from "../rules/check-line";
import { RULES } from "../rules/catalogue";

/** How many lines of a run passed a rule, failed it, or could not be told. */
export interface CountByRule {
  readonly rule: string;
  readonly pass: number;
  readonly fail: number;
  readonly unknown: number;
}

/** Adds up verdicts line by line; rules that were asked of no line are left out. */
export class RuleCount {
  readonly #counts = new Map<string, { pass: number; fail: number; unknown: number }>();

  add(judged: readonly Judged[]): void {
    for (const { rule, verdict } of judged) {
      const counts = this.#counts.get(rule.id) ?? { pass: 0, fail: 0, unknown: 0 };
      counts[verdict.kind] += 1;
      this.#counts.set(rule.id, counts);
    }
  }

  /** In the catalogue's order. */
  inOrder(): readonly CountByRule[] {
    return RULES.flatMap(({ id }) => {
      const counts = this.#counts.get(id);
      return counts === undefined ? [] : [{ rule: id, ...counts }];
    });
  }
}
