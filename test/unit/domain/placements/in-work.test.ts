import { expect, test } from "vitest";
import { hasLeftBy, isInWorkOn } from "~/domain/placements/in-work";
import { day } from "~/domain/shared/calendar-date";

test("the first and the last day of work are days of work, the days before and after are not", () => {
  const job = { startedOn: day("2020-05-06"), endedOn: day("2020-06-10") };
  const days = ["2020-05-05", "2020-05-06", "2020-06-10", "2020-06-11"].map(day);
  expect(days.map((on) => isInWorkOn(job, on))).toEqual([false, true, true, false]);
  expect(days.map((on) => hasLeftBy(job.endedOn, on))).toEqual([false, false, false, true]);
  expect(isInWorkOn({ ...job, endedOn: null }, day("2030-01-01"))).toBe(true);
  expect(hasLeftBy(null, day("2030-01-01"))).toBe(false);
});
