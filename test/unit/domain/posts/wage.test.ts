import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countMarks, daysInPost } from "~/domain/posts/attendance";
import { wageDue } from "~/domain/posts/wage";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";

const RATE = fen(100_000);
const unpaid = { leaveIsPaid: false };
const due = (marks: string, options = unpaid) => wageDue(RATE, countMarks(marks), options);

describe("the pay of a month", () => {
  test.each([
    ["a whole month of work", "P".repeat(30), 100_000, "1,000 元（全月）"],
    ["rest days take nothing away", "P".repeat(22) + "R".repeat(8), 100_000, "1,000 元（全月）"],
    [
      "two days absent of thirty",
      "P".repeat(28) + "AA",
      93_333,
      "1,000 元 × 28 ÷ 30 天 = 933.33 元",
    ],
    [
      "leave is not paid unless a parameter says so",
      "P".repeat(28) + "LL",
      93_333,
      "1,000 元 × 28 ÷ 30 天 = 933.33 元",
    ],
    [
      "taken up in the middle of the month",
      "-".repeat(15) + "P".repeat(15),
      50_000,
      "1,000 元 × 15 ÷ 30 天 = 500 元",
    ],
    ["February of a leap year", "P".repeat(28) + "A", 96_552, "1,000 元 × 28 ÷ 29 天 = 965.52 元"],
    ["nobody at work, all rest", "R".repeat(31), 0, "全月没有出勤，不发放"],
    ["absent the whole month", "A".repeat(31), 0, "全月没有出勤，不发放"],
  ])("%s", (_, marks, dueFen, arithmetic) => {
    expect(due(marks)).toMatchObject({ dueFen, arithmetic });
  });

  test("leave is paid where a parameter says so", () => {
    expect(due("P".repeat(28) + "LL", { leaveIsPaid: true }).dueFen).toBe(100_000);
  });

  test("is never beyond the rate, never below nothing, and a day absent never adds to it", () => {
    const mark = fc.constantFrom("P", "R", "L", "A", "-");
    const months = fc.array(mark, { minLength: 28, maxLength: 31 }).map((marks) => marks.join(""));
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 1_000_000 }), (marks, rate) => {
        const { dueFen } = wageDue(fen(rate), countMarks(marks), unpaid);
        expect(dueFen).toBeGreaterThanOrEqual(0);
        expect(dueFen).toBeLessThanOrEqual(rate);
        const worse = marks.replace("P", "A");
        expect(wageDue(fen(rate), countMarks(worse), unpaid).dueFen).toBeLessThanOrEqual(dueFen);
      }),
    );
  });
});

describe("the days of a month in the post", () => {
  const post = { startsOn: day("2020-04-15"), lastDay: day("2020-06-10") };

  test.each([
    ["2020-03-01", null],
    ["2020-04-01", { from: "2020-04-15", to: "2020-04-30" }],
    ["2020-05-01", { from: "2020-05-01", to: "2020-05-31" }],
    ["2020-06-01", { from: "2020-06-01", to: "2020-06-10" }],
    ["2020-07-01", null],
  ])("%s", (month, days) => {
    expect(daysInPost(day(month), post)).toEqual(days);
  });
});
