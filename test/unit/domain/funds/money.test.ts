import { expect, test } from "vitest";
import { adjustmentKind, decisionsOn, shareBasisPoints } from "~/domain/funds/adjustment";
import {
  carryOverOf,
  carryOverRefusal,
  isLockedOn,
  type PotOfYear,
} from "~/domain/funds/carry-over";
import {
  closureRefusal,
  lastClosureStep,
  nextClosureStep,
  settledRefusal,
} from "~/domain/funds/closure";
import { disbursement, outstanding } from "~/domain/funds/disbursement";
import { lyingMoney } from "~/domain/funds/idle";
import { missingHolidays } from "~/domain/funds/known-holidays";
import { labourShares } from "~/domain/funds/labour-share";
import { CATEGORIES_OF, CLOSURE_STEPS } from "~/domain/funds/pot";
import { fundUseRate, investmentCompletionRate, reachesPercent } from "~/domain/funds/rates";
import { purposeRefusal, spendingRefusal } from "~/domain/funds/reimbursement";
import { becameCarryOverOn, isReleasable, releaseRefusal } from "~/domain/funds/release";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { PUBLIC_HOLIDAYS } from "~/domain/shared/tables/public-holidays";

const TODAY = day("2020-12-31");

test("[F01] money is in time on the fifteenth working day and late on the day after", () => {
  const receipt = (receivedOn: string, letter: string | null = "2020-03-24") => ({
    letterReceivedOn: letter === null ? null : day(letter),
    receivedOn: day(receivedOn),
  });
  const dueOn = "2020-04-15";
  expect(disbursement(receipt("2020-04-15"), 15)).toEqual({ kind: "inTime", dueOn });
  expect(disbursement(receipt("2020-04-16"), 15)).toEqual({ kind: "late", dueOn, daysLate: 1 });
  expect(disbursement(receipt("2020-04-16", null), 15)).toMatchObject({ why: "letter" });
  expect(disbursement(receipt("2020-04-16"), null)).toMatchObject({ why: "limit" });
  expect(disbursement(receipt("2027-02-01", "2026-12-30"), 15)).toMatchObject({ why: "calendar" });
});

test("[T11] the two rates are told apart, sum over sum, and 90 % is reached at 90 and not below", () => {
  const pot = (planned: number, completed: number, received: number, spent: number) => ({
    ...{ plannedFen: fen(planned), completedFen: fen(completed) },
    ...{ receivedFen: fen(received), spentFen: fen(spent) },
  });
  const pots = [pot(1000, 1000, 500, 100), pot(9000, 8000, 500, 800)];
  const completion = investmentCompletionRate(pots);
  expect(completion).toEqual({ numerator: 9000, denominator: 10_000, basisPoints: 9000 });
  expect(fundUseRate(pots)).toEqual({ numerator: 900, denominator: 1000, basisPoints: 9000 });
  expect(reachesPercent(completion, 90)).toBe(true);
  expect(investmentCompletionRate([...pots, pot(0, 999, 0, 0)])).toEqual(completion);
  const short = investmentCompletionRate([pot(1_000_000, 899_999, 0, 0)]);
  // Read as 90.00 %, and yet below it.
  expect(short.basisPoints).toBe(9000);
  expect(reachesPercent(short, 90)).toBe(false);
  const use = (received: number, spent: number) =>
    fundUseRate([pot(0, 0, received, spent)]).basisPoints;
  expect([use(5800, 900), use(18, 12), use(10_000, 1), use(20_000, 1)]).toEqual([1552, 6667, 1, 1]);
  expect(use(30_000, 1)).toBe(0);
  expect(fundUseRate([pot(1, 1, 0, 0)]).basisPoints).toBeNull();
  expect(reachesPercent(fundUseRate([]), 90)).toBeNull();
});

test("[F06] what came first is spent first; what is left is idle from the ninetieth day on", () => {
  const receipts = [
    { id: "b", receivedOn: day("2020-06-01"), amountFen: fen(300) },
    { id: "a", receivedOn: day("2020-04-01"), amountFen: fen(200) },
  ];
  const at = (today: string, spent: number) =>
    lyingMoney(receipts, fen(spent), 90, day(today)).map(({ receiptId, leftFen, days, isIdle }) => {
      return [receiptId, leftFen, days, isIdle];
    });
  expect(at("2020-06-30", 50)).toEqual([
    ["a", 150, 90, true],
    ["b", 300, 29, false],
  ]);
  expect(at("2020-06-29", 50)[0]).toEqual(["a", 150, 89, false]);
  expect(at("2020-08-30", 200)).toEqual([["b", 300, 90, true]]);
  expect(at("2020-08-30", 500)).toEqual([]);
});

test("[F03] a tenth of the money with the five elements standing is filed; a fen more, or one element, is approved", () => {
  const pot = fen(1_000_000);
  const kind = (amount: number, percent: number | null = 10, changed: readonly "PLACE"[] = []) =>
    adjustmentKind({ amountFen: fen(amount), changedElements: changed }, pot, percent);
  expect(kind(100_000)).toBe("FILING");
  expect(kind(100_001)).toBe("APPROVAL");
  expect(kind(1, 10, ["PLACE"])).toBe("APPROVAL");
  expect(kind(50_001, 5)).toBe("APPROVAL");
  expect(kind(100_001, 20)).toBe("APPROVAL");
  expect(kind(1, null)).toBe("APPROVAL");
  const after = (filed: number, amount: number) =>
    adjustmentKind({ amountFen: fen(amount), changedElements: [] }, pot, 10, fen(filed));
  expect([after(60_000, 40_000), after(60_000, 40_001)]).toEqual(["FILING", "APPROVAL"]);
  expect(shareBasisPoints(fen(100_000), pot)).toBe(1000);
  expect(shareBasisPoints(fen(100_001), pot)).toBe(1001);
  expect([decisionsOn("FILING"), decisionsOn("APPROVAL")]).toEqual([
    ["filed", "refused"],
    ["approved", "refused"],
  ]);
});

test("closure goes from final accounts to acceptance, one step after the other and never back in time", () => {
  const step = (index: number, doneOn = "2020-10-01") => {
    const kind = CLOSURE_STEPS[index];
    if (kind === undefined) throw new RangeError("no such step");
    return { step: kind, doneOn: day(doneOn), score: kind === "PERFORMANCE" ? 90 : null };
  };
  const done = [step(0)];
  expect(closureRefusal(step(0), [], TODAY)).toBeNull();
  expect(closureRefusal(step(1), [], TODAY)).toEqual({
    kind: "outOfOrder",
    next: "FINAL_ACCOUNTS",
  });
  expect(closureRefusal(step(0), done, TODAY)).toMatchObject({ kind: "outOfOrder" });
  expect(closureRefusal(step(1), done, TODAY)).toBeNull();
  expect(closureRefusal(step(1, "2020-09-30"), done, TODAY)?.kind).toBe("beforePrevious");
  expect(closureRefusal(step(1, "2020-12-31"), done, TODAY)).toBeNull();
  expect(closureRefusal(step(1, "2021-01-01"), done, TODAY)?.kind).toBe("future");
  expect(closureRefusal({ ...step(1), score: null }, done, TODAY)?.kind).toBe("score");
  expect(closureRefusal({ ...step(0), score: 90 }, [], TODAY)?.kind).toBe("score");
  const all = CLOSURE_STEPS.map((_, index) => step(index));
  expect([nextClosureStep(all), lastClosureStep(all)?.step]).toEqual([null, "ACCEPTANCE"]);
  expect(lastClosureStep([])).toBeNull();
});

test("[F04] what an earlier year left is freed only by a decision from above, not before it and its report", () => {
  expect(carryOverOf({ amountFen: fen(100), committedFen: fen(70) })).toBe(30);
  const above = { regionCode: "530300", issuedOn: day("2020-07-01"), isFounding: false };
  const days = (releasedOn: string, reportedOn: string | null = "2020-07-01") => ({
    releasedOn: day(releasedOn),
    reportedOn: reportedOn === null ? null : day(reportedOn),
  });
  const locked = { isReleasable: true, regionCode: "530381", carriedOn: day("2020-07-01") };
  const kind = (decision: typeof above, asked: ReturnType<typeof days>, pot = locked) =>
    releaseRefusal(pot, decision, asked, TODAY)?.kind;
  expect(kind(above, days("2020-07-01"))).toBeUndefined();
  expect(kind(above, days("2020-06-30"))).toBe("beforeDecision");
  expect(kind(above, days("2020-07-05", "2020-07-05"))).toBeUndefined();
  expect(kind(above, days("2020-07-05", "2020-07-06"))).toBe("beforeReport");
  expect(kind(above, days("2020-07-05", null))).toBe("notReported");
  const ofDay = { ...above, issuedOn: day("2020-06-30") };
  expect(kind(ofDay, days("2020-07-05"))).toBe("beforeCarryOver");
  expect(kind({ ...above, isFounding: true }, days("2020-07-01"))).toBe("noDecision");
  for (const regionCode of ["530381", "532300", "310112", "000000"]) {
    expect(kind({ ...above, regionCode }, days("2020-07-01"))).toBe("notDecidedAbove");
  }
  for (const regionCode of ["530000", "310000"]) {
    expect(kind({ ...above, regionCode }, days("2020-07-01"))).toBeUndefined();
  }
  expect(kind(above, days("2020-07-01"), { ...locked, isReleasable: false })).toBe("notLocked");
  expect(kind(above, days("2021-01-01"))).toBe("future");
});

test("[F04] the rest is locked when its year is over, and carried over from the last day of it, not into years to come", () => {
  const pot = { year: 2020, isLocked: false, releasedOn: null };
  const lockedOn = (today: string, change: Partial<PotOfYear> = {}) =>
    isLockedOn({ ...pot, ...change }, day(today));
  expect([lockedOn("2020-12-31"), lockedOn("2021-01-01")]).toEqual([false, true]);
  // Freed in a later year it is spent in that year; what that one leaves is locked again, until it is freed again.
  const freed = { releasedOn: day("2022-03-01") };
  expect([lockedOn("2022-12-31", freed), lockedOn("2023-01-01", freed)]).toEqual([false, true]);
  expect(lockedOn("2023-05-01", { releasedOn: day("2023-05-01") })).toBe(false);
  const inOwnYear = { year: 2021, releasedOn: day("2021-03-01") };
  expect([lockedOn("2021-12-31", inOwnYear), lockedOn("2022-01-01", inOwnYear)]).toEqual([
    false,
    true,
  ]);
  const carried = { ...pot, year: 2021, isLocked: true, carriedFromId: "of 2020" };
  const again = { ...carried, isLocked: false, ...inOwnYear };
  expect(becameCarryOverOn(carried, 2020)).toBe("2020-12-31");
  expect(becameCarryOverOn(again, 2020)).toBe("2022-01-01");
  expect(isReleasable(carried, day("2021-01-01"))).toBe(true);
  expect([day("2021-12-31"), day("2022-01-01")].map((on) => isReleasable(again, on))).toEqual([
    false,
    true,
  ]);
  expect(isReleasable({ ...pot, carriedFromId: null }, day("2021-01-01"))).toBe(false);
  expect(lockedOn("2020-06-01", { isLocked: true })).toBe(true);
  const kind = (today: string, into: number) => carryOverRefusal(pot, into, day(today))?.kind;
  expect([kind("2020-12-30", 2021), kind("2020-12-31", 2021)]).toEqual(["yearNotOver", undefined]);
  expect([kind("2020-12-31", 2020), kind("2020-12-31", 2022)]).toEqual(["year", "year"]);
  expect([kind("2026-03-01", 2026), kind("2026-03-01", 2027)]).toEqual([undefined, "year"]);
});

test("[F01] money that has not come is late from the day after it was due, and nobody can tell without the letter", () => {
  const missing = (
    today: string,
    letter: string | null = "2020-03-24",
    limit: number | null = 15,
  ) =>
    outstanding(
      { letterReceivedOn: letter === null ? null : day(letter), missingFen: fen(500) },
      limit,
      day(today),
    );
  const dueOn = "2020-04-15";
  expect(missing(dueOn)).toEqual({ kind: "waiting", dueOn, missingFen: 500 });
  const late = { kind: "overdue", dueOn, daysLate: 1, missingFen: 500 };
  expect(missing("2020-04-16")).toEqual(late);
  expect(missing("2020-04-16", null)).toMatchObject({ kind: "cannotTell", why: "letter" });
  expect(missing("2020-04-16", "2020-03-24", null)).toMatchObject({ why: "limit" });
  const all = { letterReceivedOn: null, missingFen: fen(0) };
  expect(outstanding(all, 15, TODAY)).toEqual({ kind: "nothing" });
});

test("accounts are final, and a project accepted, only when nothing is open and nothing moved later", () => {
  const ask = (step: "FINAL_ACCOUNTS" | "AUDIT" | "ACCEPTANCE", lastEntryOn: string | null) => {
    const open = [{ kind: "claim", name: "2020年稳岗补贴（1）" }] as const;
    const asked = { step, doneOn: day("2020-12-01") };
    const last = lastEntryOn === null ? null : day(lastEntryOn);
    return {
      open: settledRefusal(asked, { open, lastEntryOn: last, lyingFen: fen(0) })?.kind,
      settled: settledRefusal(asked, { open: [], lastEntryOn: last, lyingFen: fen(0) })?.kind,
      lying: settledRefusal(asked, { open: [], lastEntryOn: last, lyingFen: fen(1) })?.kind,
    };
  };
  expect(ask("FINAL_ACCOUNTS", null)).toEqual({ open: "unsettled" });
  // What came and was neither spent nor carried over could not be moved any more.
  expect(ask("ACCEPTANCE", null)).toEqual({ open: "unsettled", lying: "moneyLeft" });
  expect(ask("AUDIT", null)).toEqual({});
  expect(ask("FINAL_ACCOUNTS", "2020-12-01").settled).toBeUndefined();
  expect(ask("FINAL_ACCOUNTS", "2020-12-02").settled).toBe("beforeLastEntry");
});

test("the holidays of next year are asked for from November on", () => {
  const last = Number(Object.keys(PUBLIC_HOLIDAYS).sort().at(-1));
  expect(missingHolidays(day(`${last}-10-31`))).toBeNull();
  expect(missingHolidays(day(`${last}-11-01`))).toBe(last + 1);
});

test("money kept for reimbursement is the prefecture's, and labour money is for labour", () => {
  const kind = (purpose: "REIMBURSEMENT" | "OTHER", regionCode: string, isLabour: boolean) =>
    purposeRefusal({ purpose, regionCode, isLabour })?.kind;
  expect(kind("REIMBURSEMENT", "532300", true)).toBeUndefined();
  expect(kind("REIMBURSEMENT", "532324", true)).toBe("reimbursementOfCounty");
  expect(kind("OTHER", "532324", false)).toBeUndefined();
  expect(kind("OTHER", "532324", true)).toBe("otherOfLabour");
});

test("[F09] the labour share of each year, and whether it fell", () => {
  const pot = (year: number, labour: number, other: number) => [
    { year, isLabour: true, amountFen: fen(labour) },
    { year, isLabour: false, amountFen: fen(other) },
  ];
  const pots = [
    ...pot(2021, 20, 80),
    ...pot(2020, 1, 4),
    ...pot(2022, 199, 801),
    ...pot(2024, 1, 1),
  ];
  const brief = labourShares([...pots, ...pot(2025, 3, 7)]).map((one) => {
    return [one.year, one.rate.basisPoints, one.previousYear, one.hasFallen, one.isBelow2020];
  });
  expect(brief).toEqual([
    [2020, 2000, null, null, null],
    [2021, 2000, 2020, false, false],
    [2022, 1990, 2021, true, true],
    // Of 2023 nothing is known: the last year that is known counts.
    [2024, 5000, 2022, false, false],
    [2025, 3000, 2024, true, false],
  ]);
});

test("the reimbursement money goes to its six uses and nothing else; subsidies only through claims", () => {
  const kind = (purpose: "REIMBURSEMENT" | "LABOUR_TRANSFER", category: "SEND_OFF" | "OTHER") =>
    spendingRefusal({ purpose }, { category, purpose: "欢送会", reason: "服务" })?.kind;
  expect(CATEGORIES_OF.REIMBURSEMENT).toHaveLength(6);
  for (const category of CATEGORIES_OF.REIMBURSEMENT) {
    const asked = { category, purpose: "事由", reason: "" };
    expect(spendingRefusal({ purpose: "REIMBURSEMENT" }, asked)).toBeNull();
  }
  expect(kind("REIMBURSEMENT", "OTHER")).toBe("notAllowed");
  expect(kind("LABOUR_TRANSFER", "OTHER")).toBeUndefined();
  expect(kind("LABOUR_TRANSFER", "SEND_OFF")).toBe("notAllowed");
  const bare = { category: "OTHER", purpose: "宣传", reason: " " } as const;
  expect(spendingRefusal({ purpose: "LABOUR_TRANSFER" }, bare)?.kind).toBe("reasonMissing");
  expect(spendingRefusal({ purpose: "OTHER" }, bare)).toBeNull();
  const asked = { category: "SUBSIDY", purpose: "补贴", reason: "" } as const;
  expect(spendingRefusal({ purpose: "LABOUR_TRANSFER" }, asked)?.kind).toBe("throughClaims");
  const unnamed = { category: "OTHER_ALLOWED", purpose: " ", reason: "" } as const;
  expect(spendingRefusal({ purpose: "REIMBURSEMENT" }, unnamed)?.kind).toBe("whichOne");
});
