import { expect, test } from "vitest";
import { confirmBlocks, type ConfirmFacts } from "~/domain/posts/confirmation";
import { noticeDays } from "~/domain/posts/notice";
import { day } from "~/domain/shared/calendar-date";

const READY: ConfirmFacts = {
  ...{ state: "proposed", isRemoved: false, notice: "closed", objections: ["DISMISSED"] },
  ...{ verifiedCategory: "LIFTED", quotaId: "q", isOwn: false },
};

test("[R12] nothing stands against whom the public was told of and the registry carries", () => {
  expect(confirmBlocks(READY)).toEqual([]);
  // In the registry under no category that is known: he is in it.
  expect(confirmBlocks({ ...READY, verifiedCategory: "" })).toEqual([]);
});

test.each([
  [{ notice: null }, "NO_NOTICE"],
  [{ notice: "withdrawn" }, "NO_NOTICE"],
  [{ notice: "open" }, "NOTICE_OPEN"],
  [{ objections: [null] }, "OBJECTION_OPEN"],
  [{ objections: ["DISMISSED", "UPHELD"] }, "OBJECTION_UPHELD"],
  [{ verifiedCategory: null }, "NOT_VERIFIED"],
  [{ quotaId: null }, "NO_QUOTA"],
  [{ isOwn: true }, "OWN_PROPOSAL"],
  [{ state: "confirmed" }, "CONFIRMED"],
  [{ isRemoved: true, notice: null }, "REMOVED"],
] as const)("[R12] %o is %s", (change, block) => {
  expect(confirmBlocks({ ...READY, ...change })).toEqual([block]);
});

test("[R12] a notice's first and last day both count, also over a month's end", () => {
  expect(noticeDays(day("2020-06-01"), day("2020-06-05"))).toBe(5);
  expect(noticeDays(day("2020-02-27"), day("2020-03-02"))).toBe(5);
  expect(noticeDays(day("2019-02-27"), day("2019-03-02"))).toBe(4);
});
