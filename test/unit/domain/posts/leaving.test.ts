import { expect, test } from "vitest";
import { marksAfterLeaving, marksAfterReturning } from "~/domain/posts/leaving";
import { day } from "~/domain/shared/calendar-date";

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
