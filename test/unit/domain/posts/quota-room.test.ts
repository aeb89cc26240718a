import { expect, test } from "vitest";
import { peakEver, peakOf } from "~/domain/posts/quota-room";
import { day } from "~/domain/shared/calendar-date";

const held = (from: string, to: string) => ({ startsOn: day(from), endsOn: day(to) });
const APRIL_JUNE = held("2020-04-01", "2020-06-30");

test("[R12] holders who follow each other on the next day take one post between them", () => {
  const followers = [held("2020-01-01", "2020-04-30"), held("2020-05-01", "2020-08-31")];
  expect(peakOf(APRIL_JUNE, followers)).toEqual({ held: 1, on: "2020-04-01" });
});

test("[R12] one shared day makes two", () => {
  const overlapping = [held("2020-01-01", "2020-05-01"), held("2020-05-01", "2020-08-31")];
  expect(peakOf(APRIL_JUNE, overlapping)).toEqual({ held: 2, on: "2020-05-01" });
});

test("[R12] who leaves the day before, or begins the day after, does not count", () => {
  const beside = [held("2020-01-01", "2020-03-31"), held("2020-07-01", "2020-09-30")];
  expect(peakOf(APRIL_JUNE, beside).held).toBe(0);
  const within = [held("2020-03-31", "2020-04-01"), held("2020-06-30", "2020-09-30")];
  expect(peakOf(APRIL_JUNE, within).held).toBe(1);
});

test("[R12] the most of any day at all, for a quota that shrinks", () => {
  expect(peakEver([])).toBeNull();
  const three = [APRIL_JUNE, held("2020-06-30", "2020-09-30"), held("2020-10-01", "2020-12-31")];
  expect(peakEver(three)).toEqual({ held: 2, on: "2020-06-30" });
});
