import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CLAIM_KINDS, type ClaimKind } from "~/domain/claims/claim";
import type { ClaimFacts, EngagementFact, OtherClaim } from "~/domain/claims/facts";
import { findRule, RULES } from "~/domain/rules/catalogue";
import { PARAMETERS } from "~/domain/rules/parameter";
import type { Rule } from "~/domain/rules/rule";
import { addDays, day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { monthsEnd } from "~/domain/shared/months";
import {
  anOther,
  aPlacementLine,
  aPostLine,
  aTrainingLine,
  theNumbers,
} from "#test/builders/claim-facts";
import { tellsItsInputs } from "./judges";

function aLine(kind: ClaimKind): ClaimFacts {
  if (kind === "TRAINING") return aTrainingLine();
  return kind === "POST" ? aPostLine() : aPlacementLine(kind);
}
const kindOf = (rule: Rule) => rule.kinds[0] ?? "TRAINING";
const ruleOf = (id: string): Rule => {
  const rule = findRule(id);
  if (rule === null) throw new Error(id);
  return rule;
};
const kindsOf = (rule: Rule) => (rule.kinds.length === 0 ? CLAIM_KINDS : rule.kinds);

/** Before, onto the first day, onto the last day, after: the days something else fills, and whether they touch. */
const around = ({ periodFrom, periodTo }: ClaimFacts) =>
  [
    ["to the day before", addDays(periodFrom, -9), addDays(periodFrom, -1), "pass"],
    ["to the first day", addDays(periodFrom, -9), periodFrom, "fail"],
    ["from the last day", periodTo, addDays(periodTo, 9), "fail"],
    ["from the day after", addDays(periodTo, 1), addDays(periodTo, 9), "pass"],
    ["all around", addDays(periodFrom, -9), addDays(periodTo, 9), "fail"],
  ] as const;

describe("another claim counts from its first shared day to its last, of every kind", () => {
  const sorts: readonly (readonly [string, (kind: ClaimKind) => Partial<OtherClaim>])[] = [
    ["overlap/same-kind", (kind) => ({ kind })],
    ["overlap/counties", () => ({ sameCounty: false, sameFund: false, amountFen: null })],
    ["overlap/funds", (kind) => ({ kind, sameFund: false })],
    ["overlap/years", (kind) => ({ kind, year: 2019 })],
    ["overlap/kinds", (kind) => ({ kind: kind === "POST" ? "OUTWORK" : "POST" })],
  ];
  for (const [id, sort] of sorts) {
    const rule = ruleOf(id);
    const cases = kindsOf(rule).flatMap((kind) =>
      around(aLine(kind)).map(([what, from, to, wanted]) => ({ kind, what, from, to, wanted })),
    );
    test.each(cases)(`${id}, $kind: $what`, ({ kind, from, to, wanted }) => {
      const other = anOther({ ...sort(kind), periodFrom: from, periodTo: to });
      const line = { ...aLine(kind), others: [other] };
      expect(rule.check(line, theNumbers()).kind).toBe(wanted);
    });
  }
});

describe("work, a class or a post beside counts from its first shared day to its last", () => {
  const sorts: readonly (readonly [string, readonly EngagementFact["kind"][]])[] = [
    ["engagement/class-beside-work", ["placement", "post"]],
    ["engagement/two-classes", ["class"]],
    ["engagement/post-beside-work", ["placement", "post"]],
    ["engagement/work-beside-post", ["post"]],
  ];
  for (const [id, sort] of sorts) {
    const rule = ruleOf(id);
    const cases = rule.kinds.flatMap((kind) =>
      sort.flatMap((beside) =>
        around(aLine(kind)).map(([what, from, to, wanted]) => ({
          ...{ kind, beside, what, from, to, wanted },
        })),
      ),
    );
    test.each(cases)(`${id}, $kind, $beside: $what`, ({ kind, beside, from, to, wanted }) => {
      const one = { kind: beside, from, to, sameCounty: false, isSettled: false };
      const judged = (change: Partial<EngagementFact>) =>
        rule.check({ ...aLine(kind), engagements: [{ ...one, ...change }] }, theNumbers()).kind;
      expect(judged({})).toBe(wanted);
      expect(judged({ isSettled: true })).toBe("pass");
      // Without an end it fills whatever comes after its first day.
      expect(judged({ to: null })).toBe(from > aLine(kind).periodTo ? "pass" : "fail");
    });
  }
});

describe("money, to the fen", () => {
  const kinds = CLAIM_KINDS.map((kind) => ({ kind }));
  test.each(kinds)("$kind: the rate is the one in force, a fen more or less is not", ({ kind }) => {
    const line = aLine(kind);
    const { rateFen } = line;
    if (rateFen === null) throw new Error("no rate");
    const judged = (more: number) =>
      ruleOf("money/rate-agrees").check({ ...line, rateFen: fen(rateFen + more) }, theNumbers());
    expect([judged(-1).kind, judged(0).kind, judged(1).kind]).toEqual(["fail", "pass", "fail"]);
  });

  test.each(kinds)(
    "$kind: the amount is quantity times rate, and nothing beside it",
    ({ kind }) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 30_000 }),
          fc.integer({ min: 0, max: 2_000_000 }),
          fc.integer({ min: -3, max: 3 }),
          (hundredths, rate, more) => {
            const right = Math.round((hundredths / 100) * rate);
            fc.pre(right + more >= 0);
            const line = {
              ...aLine(kind),
              ...{ quantity: hundredths / 100, rateFen: fen(rate), amountFen: fen(right + more) },
            };
            const { kind: found } = ruleOf("money/amount").check(line, theNumbers());
            expect(found).toBe(more === 0 ? "pass" : "fail");
          },
        ),
      );
    },
  );

  test("what a batch needs and what is left of the pot decide by the last fen, whatever the pot", () => {
    const amount = fc.integer({ min: 0, max: 10_000_000_000 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: -1, max: 1 }), (left, committed, more) => {
        fc.pre(left + more >= 0);
        const base = aTrainingLine();
        const pot = {
          ...{ ...base.pot, amountFen: fen(left + committed), receivedFen: fen(left + committed) },
          ...{ committedFen: fen(committed), batchFen: fen(left + more) },
        };
        const wanted = more > 0 ? "fail" : "pass";
        for (const id of ["pot/within-ceiling", "pot/received"]) {
          expect(ruleOf(id).check({ ...base, pot }, theNumbers()).kind).toBe(wanted);
        }
      }),
    );
  });
});

describe("terms of three to six months, from whatever first day", () => {
  const aDay = fc.integer({ min: 0, max: 900 }).map((n) => addDays(day("2020-01-01"), n));
  test("six months to the day pass and a day more does not; three need no reason, a day less does", () => {
    fc.assert(
      fc.property(aDay, (startsOn) => {
        const judged = (id: string, months: number, more: number) => {
          const endsOn = addDays(monthsEnd(startsOn, months), more);
          const chain = { chainFrom: startsOn, chainTo: endsOn };
          const line = aPostLine({}, { startsOn, endsOn, ...chain });
          return ruleOf(id).check(line, theNumbers()).kind;
        };
        for (const id of ["post/term-within-limits", "post/chain-within-limits"]) {
          expect([judged(id, 6, 0), judged(id, 6, 1)]).toEqual(["pass", "fail"]);
        }
        const short = "post/short-term-explained";
        expect([judged(short, 3, 0), judged(short, 3, -1)]).toEqual(["pass", "fail"]);
      }),
    );
  });
});

describe("every rule", () => {
  const all = RULES.map((rule) => ({ id: rule.id, rule }));
  // Where there is no draft beside the line it goes by no number.
  const claimNumbersOf = ({ id, parameters }: Rule) =>
    parameters.filter((one) => one.startsWith("claim.") && id !== "overlap/other-drafts");

  test.each(all)(
    "$id says why, with the number it went by and where that comes from",
    ({ rule }) => {
      const { kind, message, inputs } = rule.check(aLine(kindOf(rule)), theNumbers());
      expect([kind, message === ""]).toEqual(["pass", false]);
      for (const { label, value } of inputs) expect([label, value]).not.toContain("");
      const claimNumbers = claimNumbersOf(rule);
      if (claimNumbers.length === 0) return;
      const labels = claimNumbers.map((one) => PARAMETERS[one].label);
      const number = inputs.find(({ label }) => labels.includes(label));
      expect(number?.value).toContain("某县〔2020〕1号");
    },
  );

  test.each(all)("$id goes by the numbers it names and by no other", ({ rule }) => {
    for (const kind of kindsOf(rule)) {
      rule.check(aLine(kind), (parameter) => {
        expect(rule.parameters).toContain(parameter);
        return theNumbers()(parameter);
      });
    }
  });

  test.each(all)("$id cannot be made to pass by what is missing", ({ rule }) => {
    const kind = kindOf(rule);
    const bare = { ...aLine(kind), training: null, placement: null, post: null };
    const before = rule.check(aLine(kind), theNumbers());
    const after = rule.check(bare, () => null);
    if (claimNumbersOf(rule).length > 0) expect(after.kind).not.toBe("pass");
    if (/^(training|placement|agency|post)\//.test(rule.id)) expect(after.kind).toBe("unknown");
    expect([before.kind, after.message === ""]).toEqual(["pass", false]);
    for (const verdict of [before, after]) tellsItsInputs(verdict);
  });
});
