import { expect, test } from "vitest";
import {
  enterMonth,
  hasMarksOutside,
  marksInPost,
  parseDayList,
} from "~/domain/posts/attendance-entry";
import { day } from "~/domain/shared/calendar-date";

const FEB = day("2020-02-01");
const all = { startsOn: day("2020-01-01"), lastDay: day("2020-06-30") };

test("a month has as many days as the calendar gives it, a leap year's February one more", () => {
  expect(marksInPost(null, FEB, all)).toBe("?".repeat(29));
  expect(marksInPost(null, day("2021-02-01"), { ...all, lastDay: day("2021-06-30") })).toHaveLength(
    28,
  );
  expect(marksInPost(null, day("2020-04-01"), all)).toHaveLength(30);
});

test("the first and the last day of a post are in it, the days beside them are not", () => {
  const post = { startsOn: day("2020-02-03"), lastDay: day("2020-02-27") };
  expect(marksInPost(null, FEB, post)).toBe(`--${"?".repeat(25)}--`);
  expect(marksInPost("P".repeat(29), FEB, post)).toBe(`--${"P".repeat(25)}--`);
  expect(marksInPost(null, day("2020-03-01"), post)).toBe("-".repeat(31));
});

test("days that came into the post later are open, not worked", () => {
  const post = { startsOn: day("2020-02-28"), lastDay: day("2020-05-31") };
  expect(marksInPost(`${"-".repeat(28)}P`, FEB, post)).toBe(`${"-".repeat(27)}?P`);
});

test("marks on days outside the post are noticed, dashes and open days are not", () => {
  const present = `${"P".repeat(10)}${"-".repeat(19)}`;
  expect(hasMarksOutside(`${"P".repeat(11)}${"-".repeat(18)}`, present)).toBe(true);
  expect(hasMarksOutside(present, present)).toBe(false);
  expect(hasMarksOutside(`${"P".repeat(10)}${"?".repeat(19)}`, present)).toBe(false);
});

test("a whole month takes the place of what was there; single days alone leave the rest", () => {
  const today = day("2020-03-01");
  const enter = (present: string, entry: Parameters<typeof enterMonth>[1]) =>
    enterMonth(present, entry, FEB, today);
  const before = `A${"P".repeat(28)}`;
  expect(enter(before, { whole: "P", days: {} })).toEqual({ marks: "P".repeat(29) });
  expect(enter(before, { whole: null, days: { L: [29] } })).toEqual({
    marks: `A${"P".repeat(27)}L`,
  });
  expect(enter(before, { whole: null, days: { L: [30] } })).toEqual({ kind: "outside", day: 30 });
});

test.each([
  ["3、15-17", [3, 15, 16, 17]],
  ["17日，3号", [3, 17]],
  ["１～２ 5", [1, 2, 5]],
  ["", []],
  ["31", [31]],
])("%s is days", (text, days) => {
  expect(parseDayList(text)).toEqual(days);
});

test.each(["0", "32", "5-3", "三", "1/2", "3-"])("%s is not", (text) => {
  expect(parseDayList(text)).toBeNull();
});
