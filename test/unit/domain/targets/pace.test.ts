import { describe, expect, it } from "vitest";
import { day } from "~/domain/shared/calendar-date";
import { countedTo, daysLeft, dueBy, isInPeriod, phaseOn } from "~/domain/targets/pace";

const period = { periodFrom: day("2020-01-01"), deadlineOn: day("2020-10-30") };
const DAYS = 304;

describe("a target's period [T03]", () => {
  it.each([
    ["2019-12-31", "before"],
    ["2020-01-01", "running"],
    ["2020-10-30", "running"],
    ["2020-10-31", "over"],
  ])("on %s is %s", (on, phase) => {
    expect(phaseOn(period, day(on))).toBe(phase);
  });

  it.each([
    ["2019-12-31", false],
    ["2020-01-01", true],
    ["2020-10-30", true],
    ["2020-10-31", false],
  ])("a first day of work on %s counts: %s", (on, counts) => {
    expect(isInPeriod(period, day(on), day("2020-12-31"))).toBe(counts);
  });

  it("what begins tomorrow does not count today", () => {
    expect(isInPeriod(period, day("2020-06-20"), day("2020-06-20"))).toBe(true);
    expect(isInPeriod(period, day("2020-06-21"), day("2020-06-20"))).toBe(false);
  });

  it("is counted to the day asked for, and never past the deadline", () => {
    expect(countedTo(period, day("2020-10-29"))).toBe("2020-10-29");
    expect(countedTo(period, day("2020-10-30"))).toBe("2020-10-30");
    expect(countedTo(period, day("2021-03-01"))).toBe("2020-10-30");
  });
});

describe("the pace line", () => {
  it("is even over whole days: nothing before the first, all on the deadline, no more after it", () => {
    expect(dueBy(period, 150, day("2019-12-31"))).toBe(0);
    expect(dueBy(period, 150, day("2020-01-01"))).toBeCloseTo(150 / DAYS, 10);
    expect(dueBy(period, 150, day("2020-10-29"))).toBeCloseTo((150 * 303) / DAYS, 10);
    expect(dueBy(period, 150, day("2020-10-30"))).toBe(150);
    expect(dueBy(period, 150, day("2021-10-30"))).toBe(150);
  });

  it("counts the days left with the day itself", () => {
    expect(daysLeft(period, day("2019-06-01"))).toBe(DAYS);
    expect(daysLeft(period, day("2020-10-29"))).toBe(2);
    expect(daysLeft(period, day("2020-10-30"))).toBe(1);
    expect(daysLeft(period, day("2020-10-31"))).toBe(0);
  });
});
