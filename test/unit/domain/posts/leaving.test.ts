import { describe, expect, test } from "vitest";
import {
  marksAfterLeaving,
  marksAfterReturning,
  wagesAgainstLeaving,
  type WageMonth,
} from "~/domain/posts/leaving";
import { day } from "~/domain/shared/calendar-date";

const POST = { startsOn: day("2020-04-01"), endsOn: day("2020-09-15") };
const month = (first: string, state: WageMonth["state"]): WageMonth => ({
  ...{ month: day(first), sheetId: "s", state },
});

describe("[R12] wages against leaving", () => {
  test.each([
    ["a later month on a draft", "2020-05-31", "2020-06-01", "draft", true],
    ["the month itself on a draft", "2020-06-01", "2020-06-01", "draft", false],
    ["the month itself handed in, with days after", "2020-06-29", "2020-06-01", "submitted", true],
    ["the month itself handed in, on its last day", "2020-06-30", "2020-06-01", "submitted", false],
    ["the last month, on the term's last day", "2020-09-15", "2020-09-01", "submitted", false],
    ["a locked month is put right by a correction", "2020-06-10", "2020-06-01", "locked", false],
    ["an earlier month", "2020-07-01", "2020-06-01", "submitted", false],
  ] as const)("%s", (_, leftOn, first, state, isAgainst) => {
    const found = wagesAgainstLeaving(POST, day(leftOn), [month(first, state)]);
    expect(found !== null).toBe(isAgainst);
  });
});

test("[R12] the days after the last one are no days of the post; February of a leap year has 29", () => {
  const february = day("2020-02-01");
  expect(marksAfterLeaving("P".repeat(29), february, day("2020-02-28"))).toBe(`${"P".repeat(28)}-`);
  expect(marksAfterLeaving("P".repeat(29), february, day("2020-02-29"))).toBe("P".repeat(29));
  expect(marksAfterLeaving("P".repeat(29), february, day("2020-01-31"))).toBe("-".repeat(29));
  expect(marksAfterLeaving("P".repeat(29), february, day("2020-03-01"))).toBe("P".repeat(29));
});

test("[R12] taken back, days up to the end of the term are to be entered, and no others", () => {
  const days = { leftOn: day("2020-09-10"), endsOn: day("2020-09-15") };
  const marks = `${"P".repeat(10)}${"-".repeat(20)}`;
  const back = marksAfterReturning(marks, day("2020-09-01"), days);
  expect(back).toBe(`${"P".repeat(10)}?????${"-".repeat(15)}`);
});
