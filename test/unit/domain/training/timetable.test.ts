import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plannedSessions, seriesForm } from "~/domain/training/session-series";
import { sessionForm } from "~/domain/training/session-form";
import {
  overlaps,
  readClock,
  timetableFindings,
  totalClassHours,
  writeClock,
  type TimetableSession,
} from "~/domain/training/timetable";

const session = (change: Partial<TimetableSession> = {}): TimetableSession => ({
  ...{ id: "a", heldOn: "2020-06-02", startsAt: 510, endsAt: 690, classHours: 4 },
  isCancelled: false,
  ...change,
});

describe("times of day", () => {
  test.each([
    ["08:30", 510],
    ["8：30", 510],
    ["0830", 510],
    ["8点半", 510],
    ["8时", 480],
    ["24:00", 1440],
    ["00:00", 0],
  ])("%s is read", (text, minutes) => expect(readClock(text)).toBe(minutes));

  test.each(["", "24:01", "8:60", "上午", "8", "25:00"])("%s is no time", (text) =>
    expect(readClock(text)).toBeNull(),
  );

  test("what is written is read back, whatever the minute", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1440 }), (minutes) => {
        expect(readClock(writeClock(minutes))).toBe(minutes);
      }),
    );
  });
});

describe("overlapping sessions", () => {
  test("share a minute; one that begins as the other ends does not", () => {
    const morning = session();
    expect(overlaps(morning, session({ startsAt: 689, endsAt: 720 }))).toBe(true);
    expect(overlaps(morning, session({ startsAt: 690, endsAt: 720 }))).toBe(false);
    expect(overlaps(morning, session({ heldOn: "2020-06-03" }))).toBe(false);
  });

  test("overlap either way round, and every session overlaps itself", () => {
    const any = fc
      .tuple(
        fc.constantFrom("2020-06-02", "2020-06-03"),
        fc.integer({ min: 0, max: 1439 }),
        fc.integer({ min: 1, max: 1440 }),
      )
      .filter(([, from, to]) => from < to)
      .map(([heldOn, startsAt, endsAt]) => session({ heldOn, startsAt, endsAt }));
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(overlaps(one, other)).toBe(overlaps(other, one));
        expect(overlaps(one, one)).toBe(true);
      }),
    );
  });

  test("are named once, as are days outside the class; what was cancelled is not looked at", () => {
    const days = { startsOn: "2020-06-02", endsOn: "2020-06-15" };
    const sessions = [
      session({ id: "early", heldOn: "2020-06-01" }),
      session({ id: "a" }),
      session({ id: "b", startsAt: 600, endsAt: 700 }),
      session({ id: "gone", isCancelled: true }),
      session({ id: "last", heldOn: "2020-06-15" }),
      session({ id: "late", heldOn: "2020-06-16" }),
    ];
    expect(timetableFindings(sessions, days)).toEqual([
      { kind: "outsideClass", sessionId: "early" },
      { kind: "overlap", sessionId: "a", otherId: "b" },
      { kind: "outsideClass", sessionId: "late" },
    ]);
    expect(totalClassHours(sessions)).toBe(20);
  });
});

const form = {
  ...{ heldOn: "20200602", startsAt: "08:30", endsAt: "11:30", classHours: "3.5" },
  ...{ place: "文化站", teacher: "普老师", topic: "" },
};

describe("the form of a session", () => {
  test("reads day, times and hours as people write them", () => {
    expect(sessionForm.parse(form)).toMatchObject({
      ...{ heldOn: "2020-06-02", startsAt: 510, endsAt: 690, classHours: 3.5 },
    });
  });

  test.each([
    [{ endsAt: "08:30" }, "结束时间须晚于开始时间"],
    [{ classHours: "0" }, "课时须大于 0"],
    [{ classHours: "12.1" }, "不超过 12"],
    [{ classHours: "3.25" }, "最多一位小数"],
    [{ teacher: " " }, "请填写教师"],
    [{ heldOn: "6月31日" }, "上课日期请写成"],
  ])("refuses %o", (change, message) => {
    const parsed = sessionForm.safeParse({ ...form, ...change });
    expect(parsed.error?.issues[0]?.message).toContain(message);
  });
  test("takes twelve hours and no more", () =>
    expect(sessionForm.safeParse({ ...form, classHours: "12" }).success).toBe(true));
});

describe("a series of sessions", () => {
  const slot = (startsAt: string, endsAt: string) => ({ startsAt, endsAt, classHours: "4" });
  const series = {
    ...{ fromOn: "2020-06-01", toOn: "2020-06-07", weekdays: [1, 3, 0] },
    ...{ morning: slot("08:30", "11:30"), afternoon: slot("14:30", "17:30") },
    ...{ place: "文化站", teacher: "普老师", topic: "" },
  };

  test("has a session for each chosen weekday and half of the day, in the order of time", () => {
    const planned = plannedSessions(seriesForm.parse(series));
    expect(planned.map(({ heldOn, startsAt }) => `${heldOn} ${startsAt}`)).toEqual([
      "2020-06-01 510",
      "2020-06-01 870",
      "2020-06-03 510",
      "2020-06-03 870",
      "2020-06-07 510",
      "2020-06-07 870",
    ]);
    const mornings = plannedSessions(seriesForm.parse({ ...series, afternoon: null }));
    expect(mornings).toHaveLength(3);
  });

  test.each([
    [{ morning: null, afternoon: null }, "请至少选上午或下午"],
    [{ weekdays: [] }, "请至少选一个上课的星期"],
    [{ toOn: "2020-05-31" }, "截止日期不能早于起始日期"],
    [{ toOn: "2020-12-18" }, "一次最多排 200 天"],
    [{ morning: slot("11:30", "08:30") }, "上午结束时间须晚于开始时间"],
  ])("refuses %o", (change, message) => {
    const parsed = seriesForm.safeParse({ ...series, ...change });
    expect(parsed.error?.issues.map((issue) => issue.message).join()).toContain(message);
  });

  test("of two hundred days is the longest", () =>
    expect(seriesForm.safeParse({ ...series, toOn: "2020-12-17" }).success).toBe(true));
});
