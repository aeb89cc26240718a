import { expect, test } from "vitest";
import { confirmBlocks, type ConfirmFacts } from "~/domain/posts/confirmation";
import { isEnteredLate, noticeDays } from "~/domain/posts/notice";
import { isQuotaChanged } from "~/domain/posts/quota-fit";
import { exportAgeText } from "~/domain/posts/registry-age";
import { day } from "~/domain/shared/calendar-date";

const READY: ConfirmFacts = {
  ...{ state: "proposed", isRemoved: false, notice: "closed", objections: ["DISMISSED"] },
  ...{ verifiedCategory: "LIFTED", quotaId: "q", isOwn: false },
  ...{ isNoticeUnproved: false, startsInNotice: false, isQuotaChanged: false },
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
  [{ isNoticeUnproved: true }, "NOTICE_UNPROVED"],
  [{ startsInNotice: true }, "BEFORE_NOTICE_ENDS"],
  [{ isQuotaChanged: true }, "QUOTA_CHANGED"],
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

test("a notice that began yesterday is entered afterwards, one that begins today is not", () => {
  expect(isEnteredLate(day("2020-06-01"), day("2020-06-02"))).toBe(true);
  expect(isEnteredLate(day("2020-06-01"), day("2020-06-01"))).toBe(false);
});

test.each([
  [{}, false],
  [{ monthlyRateFen: 99_999 }, true],
  [{ monthlyRateFen: 100_001 }, true],
  [{ fundSource: "县财政" }, true],
  [{ township: "马街镇" }, true],
  [{ toOn: day("2020-09-29") }, true],
] as const)("what was agreed against a quota changed in %o", (change, changed) => {
  const agreed = {
    township: "龙川镇",
    village: "",
    monthlyRateFen: 100_000,
    fundSource: "沪滇资金",
  };
  const term = { startsOn: day("2020-04-01"), endsOn: day("2020-09-30") };
  const days = { fromOn: day("2020-01-01"), toOn: day("2020-09-30") };
  const quota = { ...agreed, ...days, ...change };
  expect(isQuotaChanged({ ...agreed, ...term }, quota)).toBe(changed);
});

test("an export's age counts to the first day; a hundred days are not beyond a hundred", () => {
  const [made, begins] = [day("2020-01-01"), day("2020-04-10")];
  expect(exportAgeText(made, begins, null)).toBe("2020-01-01 的数据，早于上岗 100 天");
  expect(exportAgeText(made, begins, 100)).not.toContain("超过");
  expect(exportAgeText(made, begins, 99)).toContain("超过规定的 99 天");
  expect(exportAgeText(begins, made, 99)).toBe("2020-04-10 的数据，上岗后 100 天");
});
