import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { CLAIM_KINDS } from "~/domain/claims/claim";
import { findRule, RULE_CHAPTERS, RULES } from "~/domain/rules/catalogue";
import { FOUNDING_DOCUMENTS } from "~/domain/funds/founding/founding-documents";
import { FUND_RULES } from "~/domain/rules/chapters/fund";
import { checkLine } from "~/domain/rules/check-line";
import { PARAMETER_IDS } from "~/domain/rules/parameter";
import { isAsked } from "~/domain/rules/rule";
import { addDays, day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { aPlacementLine, aPostLine, aTrainingLine, theNumbers } from "#test/builders/claim-facts";

const definitions = fileURLToPath(
  new URL("../../../../app/domain/rules/definitions", import.meta.url),
);
const here = fileURLToPath(new URL(".", import.meta.url));

test("the README tells as many rules as the book has", () => {
  const read = (name: string) => readFileSync(`${here}/../../../../${name}`, "utf8");
  const all = RULES.length + FUND_RULES.length;
  expect(read("README.md")).toContain(`checked by ${all} rules`);
  expect(read("README.zh-CN.md")).toContain(`按 ${all} 条规则核查`);
});

describe("the catalogue of rules", () => {
  test("has at least thirty rules, each listed once under the path of its file", () => {
    expect(RULES.length).toBeGreaterThanOrEqual(30);
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    const files = readdirSync(definitions, { recursive: true, encoding: "utf8" })
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => file.endsWith(".ts"))
      .filter((file) => /: (Fund)?Rule = \{/.test(readFileSync(`${definitions}/${file}`, "utf8")))
      .map((file) => file.replace(/\.ts$/, ""));
    expect([...files].sort()).toEqual([...RULES, ...FUND_RULES].map(({ id }) => id).sort());
    for (const { key, rules } of RULE_CHAPTERS) {
      expect(rules.every(({ id }) => id.startsWith(`${key}/`))).toBe(true);
    }
    expect(findRule("scope/sixth-kind")).toBeNull();
  });

  test("each has its cases in a test beside this one", () => {
    const texts = readdirSync(here)
      .filter((file) => file.endsWith("-rules.test.ts"))
      .map((file) => readFileSync(`${here}/${file}`, "utf8"))
      .join();
    const untested = RULES.filter(
      ({ id }) => !texts.includes(`"${id.replace("training/proof", "proof")}"`),
    );
    expect(untested.map(({ id }) => id)).toEqual([]);
  });

  test("each names a clause or says that it is ours, and only numbers that exist", () => {
    for (const { citation, parameters, title, id } of RULES) {
      expect(citation.summary, id).not.toBe("");
      expect(title).not.toBe("");
      expect(citation.issuedOn === null, id).toBe(citation.document === "本系统定义");
      expect(citation.clause === "", id).toBe(citation.issuedOn === null);
      for (const parameter of parameters) expect(PARAMETER_IDS).toContain(parameter);
    }
  });

  test.each(RULES.map((rule) => [rule.id, rule] as const))(
    "%s holds from its first day to its last",
    (_id, rule) => {
      const kind = rule.kinds[0] ?? "TRAINING";
      const { from, to } = rule.effective;
      const asked = (eventOn: ReturnType<typeof day>) => isAsked(rule, { kind, eventOn });
      const { issuedOn } = rule.citation;
      const isOfThe2020Money = issuedOn === null || issuedOn < "2021-01-01";
      const first = isOfThe2020Money ? day("2020-01-01") : issuedOn;
      if (/^(scope|overlap|money|payee|pot)\//.test(rule.id)) expect(from).toBeNull();
      else expect(from).toBe(first);
      expect(asked(addDays(first, -1))).toBe(from === null);
      expect(asked(first)).toBe(true);
      if (to === null) expect(asked(day("2099-12-31"))).toBe(true);
      else expect([asked(to), asked(addDays(to, 1))]).toEqual([true, false]);
      const others = CLAIM_KINDS.filter(
        (one) => rule.kinds.length > 0 && !rule.kinds.includes(one),
      );
      for (const other of others)
        expect(isAsked(rule, { kind: other, eventOn: first })).toBe(false);
    },
  );
});

describe("what the rules rest on", () => {
  test("what a rule cites stands among the clauses of its founding document", () => {
    for (const { id, citation } of [...RULES, ...FUND_RULES]) {
      if (citation.issuedOn === null) continue;
      const document = FOUNDING_DOCUMENTS.find(({ number }) => number === citation.document);
      expect(document, id).toMatchObject({
        ...{ issuer: citation.issuer, issuedOn: citation.issuedOn },
      });
      expect(
        document?.clauses.map(([clause]) => clause),
        id,
      ).toContain(citation.clause);
    }
  });

  test("only what later documents brought in is not asked of the first day of 2020", () => {
    for (const kind of CLAIM_KINDS) {
      const of = (eventOn: string) =>
        RULES.filter((rule) => isAsked(rule, { kind, eventOn: day(eventOn) }));
      const left = of("2022-06-24").filter((rule) => !of("2020-01-01").includes(rule));
      expect(left.map(({ id }) => id).sort()).toEqual([
        "eligibility/monitored-population",
        ...(/STABLE|AGENCY|OUTWORK/.test(kind) ? ["placement/in-touch"] : []),
        ...(kind === "TRAINING" ? ["training/plan-approved-before"] : []),
      ]);
    }
  });

  test("what happened before 2020 passes for nothing, for it is asked and fails", () => {
    const old = checkLine(aTrainingLine({ eventOn: day("2019-12-31") }), theNumbers());
    const failed = old.filter(({ verdict }) => verdict.kind === "fail");
    expect(failed.map(({ rule }) => rule.id)).toEqual(["scope/within-money"]);
  });

  test("the eligible population changes on 3 November 2021 without a gap or an overlap", () => {
    const asked = (eventOn: string) =>
      checkLine(aTrainingLine({ eventOn: day(eventOn) }), theNumbers())
        .map(({ rule }) => rule.id)
        .filter((id) => /registered-poor|monitored-population/.test(id));
    expect(asked("2021-11-02")).toEqual(["eligibility/registered-poor"]);
    expect(asked("2021-11-03")).toEqual(["eligibility/monitored-population"]);
  });
});

describe("checking a line", () => {
  test("a line with nothing wanting passes every rule, of whatever kind", () => {
    const lines = [
      aTrainingLine(),
      aPostLine(),
      ...(["STABLE_EMPLOYMENT", "AGENCY", "OUTWORK"] as const).map((kind) => aPlacementLine(kind)),
    ];
    for (const line of lines) {
      const bad = checkLine(line, theNumbers()).filter(({ verdict }) => verdict.kind !== "pass");
      expect(bad).toEqual([]);
    }
  });

  test("without a single number entered nothing of money can be told", () => {
    const line = aPlacementLine("STABLE_EMPLOYMENT", { rateFen: null, amountFen: fen(0) });
    const unknown = checkLine(line, () => null)
      .filter(({ verdict }) => verdict.kind === "unknown")
      .map(({ rule }) => rule.id);
    expect(unknown).toEqual(
      expect.arrayContaining(["placement/stable-months", "money/rate-in-force", "money/amount"]),
    );
  });

  test("facts kept as JSON are judged the same", () => {
    for (const line of [aTrainingLine(), aPostLine(), aPlacementLine("AGENCY")]) {
      const stored = JSON.parse(JSON.stringify(line)) as typeof line;
      expect(checkLine(stored, theNumbers())).toEqual(checkLine(line, theNumbers()));
    }
  });
});
