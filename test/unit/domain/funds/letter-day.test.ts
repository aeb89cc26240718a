import { expect, test } from "vitest";
import { letterChangeRefusal, letterDayRefusal } from "~/domain/funds/letter-day";
import { day } from "~/domain/shared/calendar-date";

const TODAY = day("2020-07-10");
const DAYS = { issuedOn: day("2020-04-10"), firstReceivedOn: day("2020-06-01") };
const UNKNOWN = { issuedOn: null, firstReceivedOn: null };

test("[F01] a letter comes from the day of its document to the first money that it judges, never in the future", () => {
  const kind = (on: string, days: Parameters<typeof letterDayRefusal>[1] = DAYS) =>
    letterDayRefusal(day(on), days, TODAY)?.kind;
  expect(kind("2020-04-09")).toBe("letterBeforeIssue");
  expect(kind("2020-04-10")).toBeUndefined();
  expect(kind("2020-06-01")).toBeUndefined();
  expect(kind("2020-06-02")).toBe("letterAfterReceipt");
  expect(kind("2020-07-10", UNKNOWN)).toBeUndefined();
  expect(kind("2020-07-11", UNKNOWN)).toBe("future");
});

test("[F01] a day that was entered changes only with a reason, and one that stands is not asked again", () => {
  const kind = (before: string | null, after: string | null, reason = "") =>
    letterChangeRefusal(
      {
        before: before === null ? null : day(before),
        after: after === null ? null : day(after),
        reason,
      },
      DAYS,
      TODAY,
    )?.kind;
  expect(kind("2020-05-06", "2020-05-07")).toBe("letterReason");
  expect(kind("2020-05-06", "2020-05-07", " ")).toBe("letterReason");
  expect(kind("2020-05-06", "2020-05-07", "填错")).toBeUndefined();
  expect(kind("2020-05-06", null)).toBe("letterReason");
  expect(kind("2020-05-06", null, "误登")).toBeUndefined();
  expect(kind(null, "2020-05-06")).toBeUndefined();
  expect(kind("2020-05-06", "2020-06-02", "填错")).toBe("letterAfterReceipt");
  // Entered before the rule held.
  expect(kind("2020-03-01", "2020-03-01")).toBeUndefined();
});
