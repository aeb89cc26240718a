import { expect, test } from "vitest";
import type { ClaimFacts } from "~/domain/claims/facts";
import { lineVerdicts, type NumberUsed } from "~/domain/claims/line-verdicts";
import { checkLine } from "~/domain/rules/check-line";
import { PARAMETERS, type ParameterId } from "~/domain/rules/parameter";
import type { Numbers } from "~/domain/rules/rule";
import { aPlacementLine, theNumbers } from "#test/builders/claim-facts";

const AGE: ParameterId = "claim.maxAge";
const line = aPlacementLine("OUTWORK");

/** What a run by these numbers keeps of them. */
function usedBy(facts: ClaimFacts, numbers: Numbers): readonly NumberUsed[] {
  const used = new Map<string, NumberUsed>();
  checkLine(facts, (parameter) => {
    const found = numbers(parameter);
    if (found !== null) used.set(parameter, { parameter, ...found, fromOn: null });
    return found;
  });
  return [...used.values()];
}

/** The verdict on the age, by the numbers in force now, of a run that kept nothing but passes. */
function onAge(now: Numbers, used: readonly NumberUsed[], facts: ClaimFacts = line) {
  const found = lineVerdicts(facts, [], now, used).find(({ rule }) =>
    rule.parameters.includes(AGE),
  );
  if (found === undefined) throw new Error("nobody asks the age");
  return found.verdict;
}
const limit = (value: number, source = "某县〔2020〕1号") => ({
  label: PARAMETERS[AGE].label,
  value: `${value} 周岁（${source}）`,
});

test("a pass is told with its inputs, by the numbers the run went by", () => {
  const used = usedBy(line, theNumbers());
  const verdicts = lineVerdicts(line, [], theNumbers(), used);
  expect(verdicts.filter(({ verdict }) => verdict.inputs.length === 0)).toEqual([]);
  expect(onAge(theNumbers(), used).inputs).toContainEqual(limit(60));
});

test.each([
  ["lowered since, so that the line would fail", 20],
  ["raised since", 65],
  ["withdrawn since", null],
])("a number %s: the pass stands by that of the run", (_what, value) => {
  const verdict = onAge(theNumbers({ [AGE]: value }), usedBy(line, theNumbers()));
  expect(verdict).toMatchObject({ kind: "pass", message: "当日 30 周岁" });
  expect(verdict.inputs).toContainEqual(limit(60));
});

test("of several numbers of a run the one that had begun by the day of the event", () => {
  const others = usedBy(line, theNumbers({ [AGE]: null }));
  const begun = (value: number, fromOn: string) => ({
    ...{ parameter: AGE, value, source: `文件${fromOn}`, fromOn },
  });
  const series = [begun(58, "2020-06-01"), begun(55, "2019-01-01"), begun(50, "2020-06-02")];
  const verdict = onAge(theNumbers({ [AGE]: 65 }), [...others, ...series]);
  expect(verdict.inputs).toContainEqual(limit(58, "文件2020-06-01"));
});

test("a rule that judges otherwise by the run's own numbers has changed since, and how it judges is told", () => {
  const used = usedBy(line, theNumbers({ [AGE]: 20 }));
  const verdict = onAge(theNumbers(), used);
  expect([verdict.kind, verdict.message]).toEqual(["pass", "核查时符合；规则此后有变"]);
  expect(verdict.inputs).toEqual([
    { label: "按现在的规则", value: "不符合，当日 30 周岁，超过 20 周岁" },
  ]);
});

test("what is not a pass is told as the run kept it", () => {
  const kept = {
    ...{ rule: "eligibility/not-too-old", verdict: "fail" as const, message: "当日 61 周岁" },
    inputs: [limit(60)],
  };
  const [found] = lineVerdicts(line, [kept], theNumbers(), []).filter(
    ({ rule }) => rule.id === kept.rule,
  );
  const { verdict: kind, message, inputs } = kept;
  expect(found?.verdict).toEqual({ kind, message, inputs });
});
