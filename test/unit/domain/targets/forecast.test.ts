import { describe, expect, it } from "vitest";
import { day } from "~/domain/shared/calendar-date";
import { forecast, isAtRisk, rateFrom } from "~/domain/targets/forecast";

const period = { periodFrom: day("2020-01-01"), deadlineOn: day("2020-10-30") };

describe("the forecast of a target [T03]", () => {
  it("takes its rate from sixty days, or from the young period's days", () => {
    expect(rateFrom(period, day("2020-06-20"))).toBe("2020-04-22");
    expect(rateFrom(period, day("2020-02-29"))).toBe("2020-01-01");
    expect(rateFrom(period, day("2020-03-01"))).toBe("2020-01-02");
  });

  it("goes on at the same rate: thirty in sixty days and ten to go are twenty days more", () => {
    const found = forecast(period, day("2020-06-20"), { recent: 30, remaining: 10 });
    // The interval of thirty is 21.59 to 40.69: 14.7 to 27.8 days.
    expect(found).toEqual({
      kind: "date",
      on: "2020-07-10",
      earliest: "2020-07-05",
      latest: "2020-07-18",
    });
  });

  it("says never when nothing was achieved, with the earliest day it could still be", () => {
    // At most 2.996 in sixty days: ten in 200.3 days.
    const found = forecast(period, day("2020-06-20"), { recent: 0, remaining: 10 });
    expect(found).toEqual({ kind: "never", earliest: "2021-01-07" });
  });

  it("says never when ten years would not do, and then gives no date", () => {
    const found = forecast(period, day("2020-06-20"), { recent: 1, remaining: 1250 });
    expect(found).toEqual({ kind: "never", earliest: null });
  });

  it("leaves the latest day open where the lower rate leads past ten years", () => {
    const found = forecast(period, day("2020-06-20"), { recent: 1, remaining: 20 });
    expect(found).toMatchObject({ kind: "date", on: "2023-10-03", latest: null });
  });

  it("is at risk from the day after the deadline on, not on the deadline", () => {
    const found = { kind: "date", earliest: day("2020-10-01"), latest: null } as const;
    expect(isAtRisk({ ...found, on: day("2020-10-30") }, period)).toBe(false);
    expect(isAtRisk({ ...found, on: day("2020-10-31") }, period)).toBe(true);
    expect(isAtRisk({ kind: "never", earliest: null }, period)).toBe(true);
  });
});
