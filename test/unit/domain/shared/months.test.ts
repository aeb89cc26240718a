import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, type CalendarDate } from "~/domain/shared/calendar-date";
import { addMonths, monthOf, monthsEnd, wholeMonths } from "~/domain/shared/months";

const aDay = fc
  .integer({ min: 0, max: 365 * 60 })
  .map((days): CalendarDate => addDays(day("1990-01-01"), days));
const someMonths = fc.integer({ min: 1, max: 30 });

describe("a month later", () => {
  test.each([
    ["2020-04-01", 1, "2020-05-01"],
    ["2020-01-31", 1, "2020-02-29"],
    ["2021-01-31", 1, "2021-02-28"],
    ["2021-01-30", 1, "2021-02-28"],
    ["2021-01-28", 1, "2021-02-28"],
    ["2020-03-31", 1, "2020-04-30"],
    ["2019-12-31", 2, "2020-02-29"],
    ["2020-02-29", 12, "2021-02-28"],
    ["2020-11-06", 2, "2021-01-06"],
    ["2020-03-31", -1, "2020-02-29"],
    ["2020-01-15", -1, "2019-12-15"],
    ["2020-05-31", 0, "2020-05-31"],
  ])("%s and %i is %s", (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });
});

describe("the month is full on its last day, not the day before", () => {
  test.each([
    ["2020-04-01", 1, "2020-04-30"],
    ["2020-04-01", 3, "2020-06-30"],
    ["2020-04-01", 6, "2020-09-30"],
    ["2020-05-06", 1, "2020-06-05"],
    ["2020-05-06", 3, "2020-08-05"],
    ["2020-05-06", 6, "2020-11-05"],
    ["2020-01-31", 1, "2020-02-29"],
    ["2021-01-31", 1, "2021-02-28"],
    ["2021-01-29", 1, "2021-02-28"],
    ["2020-01-29", 1, "2020-02-28"],
    ["2020-08-31", 6, "2021-02-28"],
  ])("from %s, month %i ends on %s", (first, months, last) => {
    expect(monthsEnd(day(first), months)).toBe(last);
    expect(wholeMonths(day(first), day(last))).toBe(months);
    expect(wholeMonths(day(first), addDays(day(last), -1))).toBe(months - 1);
    expect(wholeMonths(day(first), addDays(day(last), 1))).toBe(months);
  });
});

test("no month is full on the first day, nor before it", () => {
  expect(wholeMonths(day("2020-05-06"), day("2020-05-06"))).toBe(0);
  expect(wholeMonths(day("2020-05-06"), day("2019-05-06"))).toBe(0);
});

test("the end of a month and the months that are full agree, whatever the first day", () => {
  fc.assert(
    fc.property(aDay, someMonths, (first, months) => {
      const last = monthsEnd(first, months);
      expect(wholeMonths(first, last)).toBe(months);
      expect(wholeMonths(first, addDays(last, -1))).toBe(months - 1);
    }),
  );
});

test("months follow each other without a day between or twice, each of 28 to 31 days", () => {
  fc.assert(
    fc.property(aDay, someMonths, (first, months) => {
      const [end, next] = [monthsEnd(first, months), monthsEnd(first, months + 1)];
      const days = (Date.parse(next) - Date.parse(end)) / 86_400_000;
      expect(days).toBeGreaterThanOrEqual(28);
      expect(days).toBeLessThanOrEqual(31);
    }),
  );
});

test("a day belongs to the month of its first", () => {
  expect(monthOf(day("2020-02-29"))).toBe("2020-02-01");
  expect(monthOf(day("2020-03-01"))).toBe("2020-03-01");
});
