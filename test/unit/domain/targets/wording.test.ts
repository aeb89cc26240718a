import { describe, expect, it } from "vitest";
import { day } from "~/domain/shared/calendar-date";
import { monthEnds } from "~/domain/targets/curve";
import { kindLabel, reasonsFor, sizeOf } from "~/domain/targets/people-list";
import * as words from "~/domain/targets/wording";

const target = { basis: "HEADCOUNT", measure: "SHANGHAI_PLACED", mustExceed: false } as const;

describe("a target in words", () => {
  it("never writes nought where the document gives no number [T06] [T09]", () => {
    expect(words.valueText(target, 150)).toBe("150 人");
    expect(words.valueText(target, null)).toBe("文件未给出数字");
    expect(words.valueText({ ...target, mustExceed: true }, null)).toBe("超额完成，文件未给出数字");
    expect(words.valueText({ ...target, mustExceed: true }, 60)).toBe("超过 60 人");
    expect(words.valueText(target, 0)).toBe("0 人");
  });

  it("gives the forecast with its range, and says when there is none [T03]", () => {
    const [on, earliest] = [day("2020-09-01"), day("2020-08-20")];
    const date = { kind: "date", on, earliest, latest: day("2020-09-30") } as const;
    expect(words.forecastText(date)).toBe("2020-09-01（2020-08-20 至 2020-09-30）");
    expect(words.forecastText({ ...date, latest: null })).toContain("十年以后");
    expect(words.forecastText({ kind: "never", earliest: null })).toBe("按现有进度不能完成");
  });

  it("rounds no county up to done, and no day's work down", () => {
    expect(words.percentText(149 / 150)).toBe("99.3%");
    expect(words.percentText(0.99999)).toBe("99.9%");
    expect(words.percentText(1)).toBe("100%");
    expect(words.percentText(null)).toBe("—");
    expect(words.perDayText(20 / 133)).toBe("0.16");
    expect(words.perDayText(2)).toBe("2");
  });

  it("tells ahead from behind", () => {
    expect([-2, 0, 3].map(words.aheadText)).toEqual(["落后 2", "持平", "超前 3"]);
  });
});

describe("the lists behind a figure", () => {
  it("are as long as the figures: recorded, verified, counted and not counted", () => {
    const tally = { registered: 9, verified: 7, proved: 5 };
    const sizes = (["registered", "verified", "proved", "missing"] as const).map((kind) =>
      sizeOf(kind, tally),
    );
    expect(sizes).toEqual([9, 7, 5, 4]);
  });

  it("are held and not looked up where fairs and classes are counted", () => {
    expect(kindLabel("verified", "SHANGHAI_PLACED")).toBe("已查验");
    expect(kindLabel("verified", "JOB_FAIRS")).toBe("已办结");
  });

  it("give every reason, and that somebody counts for another measure", () => {
    const facts = { startedOn: day("2020-05-06"), verifiedOn: null, verifiedCategory: null };
    const one = { ...facts, evidenceCount: 0, isRemoved: false };
    const labels = (countsElsewhere: boolean) =>
      reasonsFor({ ...one, countsElsewhere }, day("2020-06-01"));
    expect(labels(false)).toEqual(["未查验（上岗当日没有生效的建档立卡数据）", "没有佐证材料"]);
    expect(labels(true)).toContain("已计入同一文件的另一项指标");
  });
});

describe("the table beside the curve", () => {
  const period = { periodFrom: day("2020-01-15"), deadlineOn: day("2020-03-30") };
  const count = (on: string, registered: number) => ({
    ...{ areaCode: "532324", on: day(on), registered, verified: registered },
  });

  it("has a row for each month's end, and the board's own day last", () => {
    const days = [count("2020-01-31", 2), count("2020-02-01", 3)];
    expect(monthEnds(period, 76, days, day("2020-02-10"))).toEqual([
      { on: "2020-01-31", total: 2, added: 2, due: 17 },
      { on: "2020-02-10", total: 5, added: 3, due: 27 },
    ]);
  });

  it("ends with the deadline, has nothing before the period, and no due without a number", () => {
    expect(monthEnds(period, 76, [], day("2020-05-01")).map(({ on }) => on)).toEqual([
      ...["2020-01-31", "2020-02-29", "2020-03-30"],
    ]);
    expect(monthEnds(period, 76, [], day("2020-03-30"))[2]?.due).toBe(76);
    expect(monthEnds(period, 76, [], day("2019-12-31"))).toEqual([]);
    expect(monthEnds(period, null, [], day("2020-01-20"))[0]?.due).toBeNull();
  });
});
