import { describe, expect, test } from "vitest";
import { END_REASON_LABELS } from "~/domain/placements/ending";
import { checkedPlacement } from "#test/builders/placement-row";

type Cells = Parameters<typeof checkedPlacement>[0];
const read = (cells: Cells) => {
  const { fields, findings } = checkedPlacement({ startedOn: "2020-05-06", ...cells });
  const { endedOn, endReason, contractFrom, contractTo } = fields;
  return { endedOn, endReason, contractFrom, contractTo, kinds: findings.map(({ kind }) => kind) };
};
const ending = (endedOn: string, endReason = "返乡") => read({ endedOn, endReason });

describe("the ending a row tells of", () => {
  test("blank cells tell of none", () => {
    expect(ending("", "")).toMatchObject({ endedOn: null, endReason: null, kinds: [] });
  });

  test("the first day and today (2020-09-10) are the outermost that can be the last one worked", () => {
    expect(ending("2020-05-06").kinds).toEqual([]);
    expect(ending("2020-05-05").kinds).toEqual(["end-before-start"]);
    expect(ending("2020-09-10").kinds).toEqual([]);
    expect(ending("2020-09-11").kinds).toEqual(["end-in-future"]);
  });

  test("a reason without a day, or a day nobody can read, stands in the way", () => {
    expect(ending("").kinds).toEqual(["end-unreadable"]);
    expect(ending("去年").kinds).toEqual(["end-unreadable"]);
  });

  test("every reason is read as it is written; another goes in as 其他, with a warning", () => {
    for (const [code, label] of Object.entries(END_REASON_LABELS)) {
      expect(ending("2020-08-31", label)).toMatchObject({ endReason: code, kinds: [] });
    }
    for (const other of ["", "不想干了"]) {
      const told = ending("2020-08-31", other);
      expect(told).toMatchObject({ endReason: "OTHER", kinds: ["end-reason-unreadable"] });
    }
  });
});

describe("the contract's days", () => {
  const term = (contractFrom: string, contractTo: string) => read({ contractFrom, contractTo });

  test("one may be missing; on the same day they stand, reversed neither does", () => {
    expect(term("2020-05-06", "")).toMatchObject({ contractFrom: "2020-05-06", contractTo: null });
    expect(term("2020-05-06", "2020-05-06")).toMatchObject({ contractTo: "2020-05-06", kinds: [] });
    expect(term("2020-05-06", "2020-05-05")).toMatchObject({
      ...{ contractFrom: null, contractTo: null, kinds: ["contract-days-reversed"] },
    });
  });

  test("a text that is no day is left out and pointed out", () => {
    expect(term("长期", "")).toMatchObject({
      ...{ contractFrom: null, kinds: ["contract-day-unreadable"] },
    });
  });
});
