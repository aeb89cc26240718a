import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  ageOn,
  calendarDate,
  compareDays,
  day,
  daysBetween,
} from "~/domain/shared/calendar-date";

describe("days of the calendar", () => {
  test("only days that exist are days", () => {
    expect(calendarDate(2020, 2, 29)).toBe("2020-02-29");
    expect(calendarDate(2019, 2, 29)).toBeNull();
    expect(calendarDate(1900, 2, 29)).toBeNull();
    expect(calendarDate(2000, 2, 29)).toBe("2000-02-29");
    expect(calendarDate(2020, 4, 31)).toBeNull();
    expect(calendarDate(2020, 13, 1)).toBeNull();
    expect(calendarDate(2020, 1, 0)).toBeNull();
    expect(() => day("2020-6-1")).toThrow(RangeError);
  });

  test("adding days and counting them back agree, over months and years", () => {
    expect(addDays(day("2020-12-31"), 1)).toBe("2021-01-01");
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        const from = day("2000-03-01");
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(compareDays(from, to)).toBe(Math.sign(-days) + 0);
      }),
    );
  });

  test("age grows on the birthday, not on the day before", () => {
    expect(ageOn(day("2004-06-02"), day("2020-06-01"))).toBe(15);
    expect(ageOn(day("2004-06-01"), day("2020-06-01"))).toBe(16);
  });

  test("who was born on 29 February grows older on 1 March of a common year", () => {
    expect(ageOn(day("2004-02-29"), day("2021-02-28"))).toBe(16);
    expect(ageOn(day("2004-02-29"), day("2021-03-01"))).toBe(17);
  });
});
