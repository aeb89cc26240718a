import { describe, expect, it } from "vitest";
import { conditionText } from "~/domain/targets/condition";
import { DOCUMENTED_TARGETS } from "~/domain/targets/documented";
import { MEASURES } from "~/domain/targets/measure";
import { history, neededFor, standing, sumDifference } from "~/domain/targets/target";

const of = (documentNumber: string) =>
  DOCUMENTED_TARGETS.filter((one) => one.documentNumber === documentNumber);
const sharesOf = (shares: Readonly<Record<string, number | null>>) =>
  Object.entries(shares).map(([areaCode, value]) => ({ areaCode, value }));

describe("the targets of the founding documents", () => {
  it("楚沪滇组发〔2020〕2号: 150 to Shanghai [T01] and 3000 in province [T02] over seven counties by 30 October", () => {
    const found = of("楚沪滇组发〔2020〕2号");
    expect(found.map(({ measure, value }) => [measure, value])).toEqual([
      ["SHANGHAI_PLACED", 150],
      ["PROVINCE_PLACED", 3000],
    ]);
    for (const { value, shares, deadlineOn } of found) {
      expect(deadlineOn).toBe("2020-10-30");
      expect(Object.keys(shares)).toHaveLength(7);
      expect(sumDifference({ value, shares: sharesOf(shares) })).toEqual({
        ...{ sum: value, difference: 0, missing: 0 },
      });
    }
    expect(found[0]?.shares["532324"]).toBe(50);
    expect(found[1]?.shares["532329"]).toBe(1250);
  });

  it("闵府办发〔2022〕15号: a fair [T04] and a class and a fair [T05] in every paired county", () => {
    const found = of("闵府办发〔2022〕15号");
    const events = found.filter(({ measure }) => /FAIRS|CLASSES/.test(measure));
    expect(events.map(({ measure, clause }) => [measure, clause])).toEqual([
      ["JOB_FAIRS", "第14点第一项"],
      ["TRAINING_CLASSES", "第15点第一项"],
      ["JOB_FAIRS", "第15点第一项"],
    ]);
    for (const { shares } of events) {
      expect(Object.values(shares)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    }
  });

  it("what is to be exceeded without a number is empty, not nought [T06] [T07]; so is 松江's [T09]", () => {
    const empty = DOCUMENTED_TARGETS.filter(({ value }) => value === null);
    expect(
      empty.map(({ regionCode, measure, mustExceed }) => [regionCode, measure, mustExceed]),
    ).toEqual([
      ["310112", "SHANGHAI_PLACED", true],
      ["310112", "PROVINCE_PLACED", true],
      ["310117", "SHANGHAI_PLACED", false],
      ["310117", "PROVINCE_PLACED", false],
    ]);
    for (const { shares } of empty) {
      expect(Object.values(shares).every((value) => value === null)).toBe(true);
    }
  });
});

describe("what a document does not say", () => {
  it("is said beside each target: periods, counties, totals that are ours", () => {
    for (const { documentNumber, assumptions } of DOCUMENTED_TARGETS) {
      expect([documentNumber, assumptions]).toEqual([
        documentNumber,
        expect.stringContaining("未写"),
      ]);
    }
    const [minhang] = of("闵府办发〔2022〕15号");
    expect(minhang?.assumptions).toContain("待核实");
  });

  it("就地就近 is one measure in every document, and each says whose reading that is", () => {
    const near = DOCUMENTED_TARGETS.filter(({ measure }) => /PROVINCE|LOCAL/.test(measure));
    expect(new Set(near.map(({ measure }) => measure))).toEqual(new Set(["PROVINCE_PLACED"]));
    const unstated = near.filter(({ value }) => value === null);
    expect(unstated).toHaveLength(2);
    for (const { assumptions } of unstated) expect(assumptions).toContain("为系统定义");
  });

  it("adds nothing to the issuer's name", () => {
    for (const { issuer } of DOCUMENTED_TARGETS) expect(issuer).not.toContain("上海市");
  });
});

describe("every condition", () => {
  it.each(MEASURES)("of %s is marked as our definition", (measure) => {
    expect(conditionText({ measure, mayShare: true })).toMatch(/\S（本系统定义）$/);
  });

  it("of placements says which export is asked where the day has none", () => {
    const text = conditionText({ measure: "SHANGHAI_PLACED", mayShare: true });
    expect(text).toContain("此前没有的，取其后最近一次");
  });
});

describe("the sum of the counties' parts", () => {
  const parts = (values: readonly (number | null)[]) =>
    values.map((value, at) => ({ areaCode: String(at), value }));

  it.each([
    [[100, 49], -1],
    [[100, 50], 0],
    [[100, 51], 1],
  ])("of %j differs from 150 by %i", (values, difference) => {
    expect(sumDifference({ value: 150, shares: parts(values) })?.difference).toBe(difference);
  });

  it("is over the total whatever a county without a number gets, and else waits for it", () => {
    const of = (values: readonly (number | null)[]) =>
      sumDifference({ value: 150, shares: parts(values) });
    expect(of([500, null])).toEqual({ sum: 500, difference: 350, missing: 1 });
    expect(of([150, null])).toEqual({ sum: 150, difference: 0, missing: 1 });
    expect(of([null, null])).toEqual({ sum: 0, difference: -150, missing: 2 });
  });

  it("cannot be compared without a total, or without counties", () => {
    expect(sumDifference({ value: null, shares: parts([100, 50]) })).toBeNull();
    expect(sumDifference({ value: 150, shares: [] })).toBeNull();
  });

  it("a value to be exceeded needs one more", () => {
    expect(neededFor(60, false)).toBe(60);
    expect(neededFor(60, true)).toBe(61);
    expect(neededFor(null, true)).toBeNull();
  });
});

describe("revisions", () => {
  const one = (id: string, revisesId: string | null, voidedAt: string | null = null) => ({
    ...{ id, revisesId, voidedAt },
  });
  const rows = [one("a", null), one("b", "a"), one("c", "b"), one("d", null)];

  it("the latest of each chain stands; the earlier ones are its history", () => {
    expect(standing(rows).map(({ id }) => id)).toEqual(["c", "d"]);
    expect(history(rows, one("c", "b")).map(({ id }) => id)).toEqual(["c", "b", "a"]);
    expect(history(rows, one("d", null)).map(({ id }) => id)).toEqual(["d"]);
  });

  it("a chain that is void stands nowhere, its earlier rows neither", () => {
    const void_ = "2021-07-06T02:00:00.000Z";
    const all = [one("a", null, void_), one("b", "a", void_), one("d", null)];
    expect(standing(all).map(({ id }) => id)).toEqual(["d"]);
  });
});
