import { expect, test } from "vitest";
import type { ClaimFacts } from "~/domain/claims/facts";
import { findRule } from "~/domain/rules/catalogue";
import type { Numbers, Verdict, VerdictKind } from "~/domain/rules/rule";
import { theNumbers } from "#test/builders/claim-facts";

type Case = readonly [what: string, kind: VerdictKind, facts: ClaimFacts, numbers?: Numbers];

/** One test for each case of a rule; a rule is only tested when it is seen to pass and to fail. */
export function judges(id: string, ...cases: readonly Case[]): void {
  const rule = findRule(id);
  test(`${id} is seen to pass and to fail`, () => {
    expect(rule).not.toBeNull();
    const kinds = cases.map(([, kind]) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["pass", "fail"]));
    // A rule that goes by a number only people can enter must say that it cannot tell.
    if (rule?.parameters.some((one) => one.startsWith("claim.")))
      expect(kinds).toContain("unknown");
  });
  test.each(cases.map(([what, ...rest]) => [what, ...rest] as const))(
    `${id}: %s`,
    (_what, kind, facts, numbers = theNumbers()) => {
      const verdict = rule?.check(facts, numbers);
      expect(verdict).toMatchObject({ kind });
      expect(verdict?.message).not.toBe("");
      tellsItsInputs(verdict);
    },
  );
}

/** A verdict that does not say what was looked at cannot be checked by who reads it; no long number is ever told. */
export function tellsItsInputs(verdict: Verdict | undefined): void {
  expect(verdict?.inputs.length ?? 0).toBeGreaterThan(0);
  for (const { label, value } of verdict?.inputs ?? []) {
    expect([label.trim(), value.trim()]).not.toContain("");
    expect(value).not.toMatch(/\d{11}/);
  }
}
