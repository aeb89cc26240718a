import { describe, expect, it } from "vitest";
import { day } from "~/domain/shared/calendar-date";
import { cumulative, type DayCount } from "~/domain/targets/counting";
import { standingOf } from "~/domain/targets/standing";

const period = { periodFrom: day("2020-01-01"), deadlineOn: day("2020-10-30") };
const demand = { ...period, value: 50, mustExceed: false, basis: "HEADCOUNT" } as const;
const proved = (on: string, registered: number): DayCount => ({
  ...{ areaCode: "532324", on: day(on), registered, verified: registered },
});
const unproved = (registered: number, verified: number): DayCount => ({
  ...{ areaCode: "532324", on: null, registered, verified },
});

describe("a county's standing [T01] [T02] [T03]", () => {
  it("counts what is proved, and shows what is recorded and what is verified beside it", () => {
    const days = [proved("2020-05-01", 30), unproved(8, 3)];
    const found = standingOf(demand, days, day("2020-06-20"));
    expect(found.tally).toEqual({ registered: 38, verified: 33, proved: 30 });
    expect(found.rate).toBe(0.6);
    expect(found.remaining).toBe(20);
  });

  it("compares with whole units due by the day: 28 of 50 on 20 June", () => {
    const of = (count: number) =>
      standingOf(demand, [proved("2020-05-01", count)], day("2020-06-20"));
    expect(of(28)).toMatchObject({ due: 28, ahead: 0 });
    expect(of(27)).toMatchObject({ due: 28, ahead: -1 });
    expect(of(30)).toMatchObject({ due: 28, ahead: 2 });
  });

  it("needs a share of the rest on each day left, the day itself included", () => {
    const days = [proved("2020-10-20", 48)];
    expect(standingOf(demand, days, day("2020-10-29")).neededPerDay).toBe(1);
    expect(standingOf(demand, days, day("2020-10-30")).neededPerDay).toBe(2);
  });
});

describe("the state of a county", () => {
  it("is at risk when the forecast is past the deadline, and on track when it is on it", () => {
    // Sixty days to 20 October: 48 of 50; two more at 0.8 a day are three days.
    const days = [proved("2020-10-20", 48)];
    expect(standingOf(demand, days, day("2020-10-27")).result).toBe("onTrack");
    expect(standingOf(demand, days, day("2020-10-28")).result).toBe("atRisk");
  });

  it("is not foretold before its thirtieth day: nothing done on the second is no risk", () => {
    const early = standingOf(demand, [], day("2020-01-29"));
    expect(early).toMatchObject({ result: "tooEarly", forecast: null, ahead: -4 });
    const later = standingOf(demand, [], day("2020-01-30"));
    expect(later).toMatchObject({ result: "atRisk", forecast: { kind: "never" } });
  });

  it("is at risk only when it is behind the pace too, whatever the last days brought", () => {
    // Due on 20 June are 28; nothing since March.
    const of = (count: number) =>
      standingOf(demand, [proved("2020-03-01", count)], day("2020-06-20"));
    expect(of(28)).toMatchObject({ result: "onPace", forecast: { kind: "never" } });
    expect(of(27).result).toBe("atRisk");
  });

  it("of fairs and classes has no forecast: not behind while nothing is due, behind when something is", () => {
    const events = { ...demand, basis: "EVENTS" } as const;
    const one = standingOf({ ...events, value: 1 }, [], day("2020-10-29"));
    expect(one).toMatchObject({ result: "onPace", due: 0, forecast: null });
    expect(standingOf({ ...events, value: 2 }, [], day("2020-10-29"))).toMatchObject({
      ...{ result: "behind", due: 1, forecast: null },
    });
    const met = standingOf({ ...events, value: 1 }, [proved("2020-10-29", 1)], day("2020-10-29"));
    expect(met.result).toBe("met");
  });

  it("is settled on the day after the deadline: met or not, with no forecast", () => {
    const after = day("2020-10-31");
    const met = standingOf(demand, [proved("2020-10-30", 50)], after);
    expect(met).toMatchObject({ result: "met", forecast: null, daysLeft: 0, neededPerDay: null });
    const failed = standingOf(demand, [proved("2020-10-30", 49)], after);
    expect(failed).toMatchObject({ result: "failed", forecast: null, remaining: 1 });
    expect(standingOf(demand, [proved("2020-10-30", 49)], day("2020-10-30")).result).not.toBe(
      "failed",
    );
  });

  it("has not begun before its first day", () => {
    const found = standingOf(demand, [], day("2019-12-31"));
    expect(found).toMatchObject({ result: "notBegun", due: 0, forecast: null, daysLeft: 304 });
    expect(standingOf(demand, [], day("2020-01-01")).result).not.toBe("notBegun");
  });

  it("of a measure without a number is counted only: no rate, nothing due, never zero [T06] [T07] [T09]", () => {
    const found = standingOf(
      { ...demand, value: null },
      [proved("2020-05-01", 3)],
      day("2020-06-20"),
    );
    expect(found).toMatchObject({ rate: null, due: null, remaining: null, result: "noNumber" });
    expect(found.tally.proved).toBe(3);
  });

  it("that must be exceeded is met by one more than the value, not by the value [T06]", () => {
    const more = { ...demand, mustExceed: true };
    const at = (count: number) =>
      standingOf(more, [proved("2020-05-01", count)], day("2020-11-01"));
    expect(at(50)).toMatchObject({ result: "failed", remaining: 1, rate: 1 });
    expect(at(51)).toMatchObject({ result: "met", remaining: 0 });
  });
});

describe("the running total", () => {
  it("adds the counties of a day and leaves out what is not proved", () => {
    const days = [proved("2020-05-02", 2), proved("2020-05-01", 1), proved("2020-05-02", 3)];
    expect(cumulative([...days, unproved(9, 9)])).toEqual([
      { on: "2020-05-01", total: 1 },
      { on: "2020-05-02", total: 6 },
    ]);
  });
});
