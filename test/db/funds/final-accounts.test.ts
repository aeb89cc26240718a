import { afterAll, expect, test } from "vitest";
import { commitToPot } from "~/data/funds/pot-store.server";
import { CLOSURE_STEPS } from "~/domain/funds/pot";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { changePotPlan } from "~/usecases/funds/change-pot-plan.server";
import { carryOver } from "~/usecases/funds/carry-over.server";
import { decideAdjustment } from "~/usecases/funds/decide-adjustment.server";
import { submitAdjustment } from "~/usecases/funds/submit-adjustment.server";
import { recordClosureStep, voidClosureStep } from "~/usecases/funds/close-project.server";
import { receiveFunds } from "~/usecases/funds/receive-funds.server";
import { reviewSpending } from "~/usecases/funds/review-spending.server";
import { spendFunds } from "~/usecases/funds/spend-funds.server";
import { stateProgress } from "~/usecases/funds/state-progress.server";
import { voidEntry } from "~/usecases/funds/void-entry.server";
import { voidPot } from "~/usecases/funds/void-pot.server";
import { viewPots } from "~/data/funds/pot-list-view.server";
import { received, value } from "#test/db/rosters/support";
import { openTestPlatform } from "#test/support/test-platform";
import {
  NOW,
  TODAY,
  YEAR_END,
  finance,
  kindOf,
  office,
  officer,
  reviewer,
  potHands,
} from "./pot-hands";

const at = await openTestPlatform();
afterAll(() => at.close());
const { come, pot, read, receipt, spending } = await potHands(at);

test("a receipt that was used stands, and what is spent on a day had come by then", async () => {
  const id = await pot();
  await come(id, 300, "2020-03-01");
  await come(id, 500, "2020-08-20");
  const spend = (amount: number, on: string) =>
    spendFunds(finance, spending(id, amount, { spentOn: day(on) }), NOW);
  expect(kindOf(await spend(1, "2020-02-29"))).toBe("beyondReceived");
  expect(await spend(301, "2020-08-19")).toMatchObject({
    refusal: { balance: { on: "2020-08-19", cameFen: 300, goneFen: 0 } },
  });
  value(await spend(300, "2020-03-01"));
  expect(kindOf(await spend(1, "2020-08-19"))).toBe("beyondReceived");
  // Not reviewed yet, it counts as gone.
  const entryId = value(await spend(100, "2020-08-20"));
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT id FROM fund_receipt WHERE pot_id = $1 ORDER BY received_on",
    [id],
  );
  const undo = (index: number) => {
    const asked = { potId: id, kind: "receipt" as const, reason: "重复登记" };
    return voidEntry(finance, { ...asked, entryId: rows[index]?.id ?? "" }, NOW);
  };
  expect(await undo(1)).toMatchObject({ refusal: { balance: { cameFen: 800, goneFen: 400 } } });
  // The 500 of August would cover all of it, but not on the day in March.
  expect(await undo(0)).toMatchObject({ refusal: { balance: { on: "2020-03-01" } } });
  const again = { potId: id, kind: "expenditure" as const, entryId, reason: "录错" };
  value(await voidEntry(finance, again, NOW));
  value(await undo(1));
  expect(kindOf(await undo(0))).toBe("moneyGone");
});

const oneLeft = (potId: string) => ({ potId, year: 2021, name: "结转一分", amountFen: fen(1) });

const lineOf = async (potId: string) => {
  const list = await viewPots(office, { year: 2020, regionCode: "530381" }, day("2021-05-10"));
  return list.pots.find(({ id }) => id === potId);
};

test("a project is closed step by step; once accepted nothing moves any more", async () => {
  const id = await pot();
  const record = async (step: (typeof CLOSURE_STEPS)[number]) => {
    const score = step === "PERFORMANCE" ? 92.5 : null;
    const done = { step, doneOn: TODAY, doneByUnit: "市人社局", score, note: "" };
    const file = await received(Buffer.from("%PDF-1.4"), "报告.pdf");
    return recordClosureStep(officer, { potId: id, facts: done, file }, NOW);
  };
  expect(kindOf(await record("PERFORMANCE"))).toBe("outOfOrder");
  await come(id, 500);
  const entryId = value(await spendFunds(finance, spending(id, 100), NOW));
  expect(kindOf(await record("FINAL_ACCOUNTS"))).toBe("unsettled");
  value(await reviewSpending(reviewer, { potId: id, entryId }, NOW));
  value(await record("FINAL_ACCOUNTS"));
  expect(kindOf(await spendFunds(finance, spending(id, 1), NOW))).toBe("afterAccounts");
  expect(await inTransaction(finance, (tx) => commitToPot(tx, id, fen(1)))).toBe(false);
  const later = new Date("2020-12-11T02:00:00Z");
  for (const on of ["2020-12-09", "2020-12-11"]) {
    const more = { potId: id, facts: receipt(1, on), file: null };
    expect(kindOf(await receiveFunds(finance, more, later))).toBe("afterAccounts");
  }
  const entry = { potId: id, entryId, reason: "试" };
  const undone = (kind: "expenditure" | "receipt") => voidEntry(finance, { ...entry, kind }, NOW);
  expect(kindOf(await undone("expenditure"))).toBe("afterAccounts");
  expect(kindOf(await undone("receipt"))).toBe("afterAccounts");
  expect(kindOf(await reviewSpending(reviewer, entry, NOW))).toBe("afterAccounts");
  const plan = { plannedFen: fen(99_999), letterReceivedOn: null, reason: "" };
  const planned = { potId: id, version: (await read(id)).version, facts: plan };
  expect(kindOf(await changePotPlan(finance, planned, NOW))).toBe("afterAccounts");
  const progress = { asOf: TODAY, completedFen: fen(1), basis: "月报" };
  const stated = stateProgress(officer, { potId: id, facts: progress }, NOW);
  expect(kindOf(await stated)).toBe("afterAccounts");
  const change = { what: "换地点", amountFen: fen(1), changedElements: [], reason: "因" };
  const adjusted = { potId: id, facts: change, asksApproval: false };
  expect(kindOf(await submitAdjustment(officer, adjusted, NOW))).toBe("afterAccounts");
  const decided = { potId: id, adjustmentId: id, state: "filed" as const, decision: "同意" };
  expect(kindOf(await decideAdjustment(reviewer, decided, NOW))).toBe("afterAccounts");
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT id FROM closure_step WHERE pot_id = $1",
    [id],
  );
  const undo = { potId: id, stepId: rows[0]?.id ?? "", reason: "传错文件" };
  value(await voidClosureStep(officer, undo, NOW));
  expect(kindOf(await record("PERFORMANCE"))).toBe("outOfOrder");
  const rest = value(await spendFunds(finance, spending(id, 399), NOW));
  value(await reviewSpending(reviewer, { potId: id, entryId: rest }, NOW));
  for (const step of CLOSURE_STEPS.slice(0, -1)) value(await record(step));
  // Of 500 that came 499 are spent: the last one would lie in a closed pot for good.
  expect(await record("ACCEPTANCE")).toMatchObject({ refusal: { kind: "moneyLeft", lyingFen: 1 } });
  expect(kindOf(await carryOver(finance, oneLeft(id), NOW))).toBe("yearNotOver");
  const carried = value(await carryOver(finance, oneLeft(id), YEAR_END));
  value(await record("ACCEPTANCE"));
  expect((await read(id)).closedAt).toEqual(NOW);
  const back = { potId: carried, version: 1, reason: "退回" };
  expect(kindOf(await voidPot(office, back, YEAR_END))).toBe("sourceClosed");
  const nothing = { availableFen: 0, lockedFen: 0, idleFen: 0, overdueFen: 0 };
  expect(await lineOf(id)).toMatchObject(nothing);
  expect(kindOf(await record("ACCEPTANCE"))).toBe("closed");
  expect(kindOf(await spendFunds(finance, spending(id, 1), NOW))).toBe("closed");
  expect(await inTransaction(finance, (tx) => commitToPot(tx, id, fen(1)))).toBe(false);
});
