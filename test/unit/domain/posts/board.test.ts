import { expect, test } from "vitest";
import {
  BOARD_STATES,
  boardStanding,
  boardStateName,
  isOfToday,
  type BoardState,
} from "~/domain/posts/board";
import { boardMonths, receiptCount, type MonthRecord } from "~/domain/posts/board-months";
import { barShape, shareAt, windowFrom } from "~/domain/posts/board-window";
import { monthsText, monthText, standingText } from "~/domain/posts/board-words";
import { day } from "~/domain/shared/calendar-date";

const post = {
  state: "confirmed" as const,
  startsOn: day("2020-04-01"),
  endsOn: day("2020-09-30"),
  leftOn: null,
  statedReceipts: [] as string[],
};
const standingOn = (on: string, told: Partial<typeof post> = {}) =>
  boardStanding({ ...post, ...told }, day(on));

test("[R12] a term is told 30 and 7 days before its last day, and not a day earlier", () => {
  expect(standingOn("2020-08-30")).toEqual({ kind: "serving", days: 31, expires: null });
  expect(standingOn("2020-08-31")).toEqual({ kind: "serving", days: 30, expires: "ahead" });
  expect(standingOn("2020-09-22")).toEqual({ kind: "serving", days: 8, expires: "ahead" });
  expect(standingOn("2020-09-23")).toEqual({ kind: "serving", days: 7, expires: "close" });
  expect(standingOn("2020-09-30")).toEqual({ kind: "serving", days: 0, expires: "close" });
  expect(standingOn("2020-10-01")).toEqual({ kind: "ended", early: false });
});

test("who leaves early is not told of again, and has ended the day after", () => {
  const leftOn = day("2020-09-28");
  const leaving = { ...post, leftOn };
  expect(boardStanding(leaving, day("2020-09-28"))).toMatchObject({ days: 0, expires: null });
  expect(boardStanding(leaving, day("2020-09-29"))).toEqual({ kind: "ended", early: true });
});

test("a post that has not begun tells its first day, a proposed one nothing", () => {
  expect(standingText(standingOn("2020-03-31"))).toBe("1 天后上岗");
  expect(standingOn("2020-04-01").kind).toBe("serving");
  expect(boardStanding({ ...post, state: "proposed" }, day("2020-05-01")).kind).toBe("proposed");
});

const record = (told: Partial<MonthRecord>): MonthRecord => ({
  ...{ marks: null, hasLine: true, payment: null, isSigned: false },
  ...told,
});
const receipts = (on: string, records: readonly (readonly [string, MonthRecord])[] = []) =>
  boardMonths(post, new Map(records), day(on)).map(({ receipt }) => receipt);

test("[R05] a receipt is missed from the day after the month is over", () => {
  expect(receipts("2020-04-30")[0]).toBe("notDue");
  expect(receipts("2020-05-01").slice(0, 2)).toEqual(["missing", "notDue"]);
  expect(receipts("2020-05-01", [["2020-04-01", record({ isSigned: true })]])[0]).toBe("signed");
});

test("[R05] the last month of a post is over the day after its last day", () => {
  const left = { ...post, leftOn: day("2020-05-10") };
  const last = (on: string) => boardMonths(left, new Map(), day(on)).at(-1)?.receipt;
  expect([last("2020-05-10"), last("2020-05-11")]).toEqual(["notDue", "missing"]);
});

test("[R05] what a file calls signed is told apart from a receipt, and is none", () => {
  const stated = { ...post, statedReceipts: ["2020-04"] };
  const months = boardMonths(stated, new Map(), day("2020-06-01"));
  expect(months.slice(0, 3).map(({ receipt }) => receipt)).toEqual(["stated", "missing", "notDue"]);
  expect(receiptCount(months)).toEqual({ due: 2, signed: 0, stated: 1, missing: ["2020-05-01"] });
});

test("a month without a day of work has nothing to sign for, unless it stands on a sheet", () => {
  const marks = "A".repeat(30);
  const away = record({ marks, hasLine: false });
  expect(receipts("2020-05-01", [["2020-04-01", away]])[0]).toBe("nothing");
  expect(receipts("2020-05-01", [["2020-04-01", { ...away, hasLine: true }]])[0]).toBe("missing");
  const open = { ...away, marks: `${"A".repeat(29)}?` };
  expect(receipts("2020-05-01", [["2020-04-01", open]])[0]).toBe("missing");
});

test("attendance is none, in part or whole by the days in the post", () => {
  const of = (marks: string | null) =>
    boardMonths(post, new Map([["2020-04-01", record({ marks })]]), day("2020-05-01"))[0];
  expect(of(null)?.attendance).toBe("none");
  expect(of(`P${"?".repeat(29)}`)?.attendance).toBe("part");
  expect(of("P".repeat(30))?.attendance).toBe("whole");
});

test("months are told in words, without the attendance to whom it is not told", () => {
  const month = { month: day("2020-04-01"), payment: "PAID", receipt: "missing" } as const;
  expect(monthText({ ...month, attendance: "whole" })).toBe("4月考勤已登记、已发放、待签收");
  expect(monthText({ ...month, attendance: null })).toBe("4月已发放、待签收");
});

test("the window is the year, or half a year back where the board is about this day", () => {
  const from = (state: BoardState, ...firstDays: string[]) =>
    windowFrom({ state, year: 2020 }, firstDays.map(day), day("2021-02-15"));
  expect(from("all", "2019-12-31")).toBe("2020-01-01");
  expect(from("in7")).toBe("2020-08-01");
  expect(from("in7", "2020-08-01", "2021-01-01")).toBe("2020-08-01");
});

test("what is owed of an older post is shown in the months of that post", () => {
  const firstDays = [day("2020-09-30"), day("2020-07-31")];
  expect(windowFrom({ state: "unsigned", year: 2021 }, firstDays, day("2021-02-15"))).toBe(
    "2020-07-01",
  );
});

test("what is owed or proposed is of this day, and only a list of a year names it", () => {
  const names = BOARD_STATES.map((state) => boardStateName({ state, year: 2020 }));
  expect(names.filter((name) => name.includes("2020"))).toEqual(["2020 年全部", "2020 年已结束"]);
  expect(isOfToday("unsigned") && isOfToday("proposed") && isOfToday("stated")).toBe(true);
});

test("months are listed with each year once", () => {
  expect(monthsText([day("2020-11-01"), day("2020-12-01"), day("2021-01-01")])).toBe(
    "2020年11月、12月、2021年1月",
  );
});

test("a bar runs from its first day to the end of its last, with the lines of three and six months", () => {
  const shape = barShape(post, day("2020-01-01"), day("2020-05-16"));
  expect(shape.from).toBeCloseTo(3 / 12);
  expect(shape.to).toBeCloseTo(9 / 12);
  expect(shape.least).toBeCloseTo(6 / 12);
  expect(shape.most).toBeCloseTo(9 / 12);
  expect(shape.today).toBeCloseTo((4 + 15 / 31) / 12);
  const left = barShape(
    { ...post, leftOn: day("2020-06-30") },
    day("2020-01-01"),
    day("2020-05-16"),
  );
  expect([left.to, left.agreed]).toEqual([6 / 12, 9 / 12]);
});

test("what lies outside the window is cut at its edge, and its lines are left out", () => {
  const from = day("2020-07-01");
  expect(shareAt(from, day("2020-06-30"))).toBe(0);
  expect(shareAt(from, day("2021-07-01"))).toBe(1);
  expect(barShape(post, from, day("2022-01-01"))).toMatchObject({
    from: 0,
    least: null,
    today: null,
  });
});
