import { dueLabel } from "~/domain/placements/due-contacts";
import { describe, expect, test } from "vitest";
import { OUTCOMES } from "~/domain/placements/follow-up";
import {
  firstFollowUpOn,
  isSuspectedLost,
  nextFollowUpOn,
  unreachableAfter,
} from "~/domain/placements/follow-up-schedule";
import { day } from "~/domain/shared/calendar-date";

const RETRY = 3;
const fresh = { startedOn: day("2020-05-06"), endedOn: null, unreachableCount: 0 };

test("[R24] the first follow-up is due 15 days after the first day of work", () => {
  expect(firstFollowUpOn(day("2020-05-06"))).toBe("2020-05-21");
  expect(firstFollowUpOn(day("2020-12-20"))).toBe("2021-01-04");
});

describe("[R24] after a contact", () => {
  test.each([
    ["2020-05-20", "2020-05-21"],
    ["2020-05-21", "2020-06-06"],
    ["2020-06-05", "2020-06-06"],
    ["2020-06-06", "2020-07-06"],
    ["2020-07-06", "2020-08-06"],
    ["2020-08-05", "2020-08-06"],
    ["2020-08-06", "2020-11-06"],
    ["2020-11-05", "2020-11-06"],
  ])("on %s, in work, the next of the schedule is %s", (contacted, next) => {
    expect(nextFollowUpOn(fresh, "ON_JOB", day(contacted), RETRY)).toBe(next);
    expect(nextFollowUpOn(fresh, "REFUSED", day(contacted), RETRY)).toBe(next);
  });

  test("from six months on there is nothing more to ask", () => {
    expect(nextFollowUpOn(fresh, "ON_JOB", day("2020-11-06"), RETRY)).toBeNull();
  });

  test("a month's end stays one: from 31 August the follow-ups fall on 30 September and 28 February", () => {
    const late = { ...fresh, startedOn: day("2020-08-31") };
    expect(nextFollowUpOn(late, "ON_JOB", day("2020-09-20"), RETRY)).toBe("2020-09-30");
    expect(nextFollowUpOn(late, "ON_JOB", day("2020-11-30"), RETRY)).toBe("2021-02-28");
  });

  test("the first two unanswered calls are tried again after the days of the parameter", () => {
    const on = day("2020-05-21");
    expect(nextFollowUpOn(fresh, "NO_ANSWER", on, RETRY)).toBe("2020-05-24");
    expect(nextFollowUpOn({ ...fresh, unreachableCount: 1 }, "NO_ANSWER", on, 7)).toBe(
      "2020-05-28",
    );
  });

  test("from the third unanswered call in a row on, the person is looked for monthly", () => {
    const on = day("2020-05-31");
    expect(nextFollowUpOn({ ...fresh, unreachableCount: 2 }, "NO_ANSWER", on, RETRY)).toBe(
      "2020-06-30",
    );
    expect(nextFollowUpOn({ ...fresh, unreachableCount: 9 }, "NO_ANSWER", on, RETRY)).toBe(
      "2020-06-30",
    );
  });

  test.each(["CHANGED_JOB", "RETURNED_HOME", "LOST"] as const)(
    "%s leaves nothing to ask about this job",
    (outcome) => expect(nextFollowUpOn(fresh, outcome, day("2020-05-21"), RETRY)).toBeNull(),
  );

  test("no follow-up is due after the last day worked; one on that very day still is", () => {
    const contacted = day("2020-05-21");
    const until = (last: string) => ({ ...fresh, endedOn: day(last) });
    expect(nextFollowUpOn(until("2020-06-06"), "ON_JOB", contacted, RETRY)).toBe("2020-06-06");
    expect(nextFollowUpOn(until("2020-06-05"), "ON_JOB", contacted, RETRY)).toBeNull();
  });
});

test("[R24] only unanswered calls in a row count; whoever is found lost keeps his count", () => {
  expect(OUTCOMES.map((outcome) => [outcome, unreachableAfter(2, outcome)])).toEqual([
    ["ON_JOB", 0],
    ["NO_ANSWER", 3],
    ["CHANGED_JOB", 0],
    ["RETURNED_HOME", 0],
    ["LOST", 2],
    ["REFUSED", 0],
  ]);
  expect([2, 3, 4].map(isSuspectedLost)).toEqual([false, true, true]);
});

test("a due day says what it is for, also when the call is tried again", () => {
  const label = (due: string) => dueLabel(day("2020-05-06"), day(due));
  expect(label("2020-05-21")).toBe("满15天");
  expect(label("2020-06-05")).toBe("满15天");
  expect(label("2020-06-06")).toBe("满1个月");
  expect(label("2020-10-01")).toBe("满3个月");
  expect(label("2020-11-06")).toBe("满6个月");
  expect(label("2020-05-20")).toBe("补充回访");
});
