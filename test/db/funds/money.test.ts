import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { foundingTableId } from "~/data/funds/founding-reference.server";
import {
  commitToPot,
  findPot,
  recordClaimSpending,
  releaseFromPot,
  type PotFacts,
} from "~/data/funds/pot-store.server";
import { CLOSURE_STEPS } from "~/domain/funds/pot";
import { wan } from "~/domain/funds/founding/founding-document";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { addPot } from "~/usecases/funds/add-pot.server";
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
import { figuresOf } from "~/data/funds/pot-figures.server";
import { viewPots } from "~/data/funds/pot-list-view.server";
import { anActor } from "#test/builders/actor";
import { received, value } from "#test/db/rosters/support";
import { openTestPlatform } from "#test/support/test-platform";

const at = await openTestPlatform();
afterAll(() => at.close());

const NOW = new Date("2020-12-10T02:00:00Z");
const TODAY = day("2020-12-10");
const YEAR_END = new Date("2020-12-31T02:00:00Z");
const finance = anActor("finance", "530381", "宣财务");
const officer = anActor("caseOfficer", "530381", "宣经办");
const reviewer = anActor("reviewer", "530381", "宣审核");
const office = anActor("cooperationOffice", "530300", "曲协作");
const foreign = anActor("finance", "532300", "楚财务");

const kindOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;

/** The labour cell of 宣威 in the founding table: 1,150. */
async function labourCell(): Promise<string> {
  const { rows } = await at.owner.query<{ id: string }>(
    `SELECT c.id FROM allocation_cell c JOIN allocation_row r ON r.id = c.row_id
     WHERE r.table_id = $1 AND r.area_code = '530381' AND c.amount = $2`,
    [foundingTableId("曲财农〔2020〕31号"), wan(1150)],
  );
  if (rows[0] === undefined) throw new Error("no cell");
  return rows[0].id;
}
const cellId = await labourCell();

const facts = (change: Partial<PotFacts> = {}): PotFacts => ({
  ...{ regionCode: "530381", year: 2020, name: "转移就业补助", unitName: "宣威市人社局" },
  ...{ purpose: "LABOUR_TRANSFER", isLabour: false, amountFen: fen(1000), plannedFen: fen(0) },
  ...{ implementer: "", implementerRegion: "530381", implementerReason: "" },
  ...{ letterReceivedOn: null, ...change },
});
const pot = async (change: Partial<PotFacts> = {}) =>
  value(await addPot(finance, { cellId, facts: facts(change) }, NOW));
const read = async (id: string) => {
  const found = await inTransaction(finance, (tx) => findPot(tx, id));
  if (found === null) throw new Error("no pot");
  return found;
};
/** Money of the pot, come on the day; each under a voucher of its own. */
const receipt = (amount: number, receivedOn = "2020-07-10", change = {}) => ({
  ...{ fromUnit: "市财政局", letterReceivedOn: null, voucherNo: `收-${(serial += 1)}`, note: "" },
  ...{ receivedOn: day(receivedOn), amountFen: fen(amount), ...change },
});
const come = async (potId: string, amount: number, receivedOn?: string) =>
  value(
    await receiveFunds(finance, { potId, facts: receipt(amount, receivedOn), file: null }, NOW),
  );
let serial = 0;
const spending = (potId: string, amount: number, change = {}) => ({
  ...{ potId, file: null },
  facts: {
    ...{ spentOn: TODAY, amountFen: fen(amount), category: "OTHER" as const, purpose: "办公" },
    ...{ payee: "某公司", reason: "服务类支出", voucherNo: `记-${(serial += 1)}`, ...change },
  },
});

test("pots of one cell never pass it, also when two set them up at once; what they are the table says", async () => {
  const id = await pot();
  expect(await read(id)).toMatchObject({ isLabour: true, committedFen: 0, version: 1 });
  const beyond = facts({ amountFen: fen(wan(1150)) });
  expect(kindOf(await addPot(finance, { cellId, facts: beyond }, NOW))).toBe("beyondCell");
  const most = facts({ amountFen: fen(wan(800)) });
  const both = await Promise.all([1, 2].map(() => addPot(finance, { cellId, facts: most }, NOW)));
  expect(both.map(kindOf).sort()).toEqual(["beyondCell", "done"]);
  const asked = (change: Partial<PotFacts>) =>
    addPot(finance, { cellId, facts: facts(change) }, NOW);
  expect(kindOf(await asked({ year: 2021 }))).toBe("year");
  expect(kindOf(await asked({ implementerRegion: "310112" }))).toBe("implementerReason");
  expect(kindOf(await addPot(officer, { cellId, facts: facts() }, NOW))).toBe("forbidden");
  const elsewhere = facts({ regionCode: "532300" });
  expect(kindOf(await addPot(foreign, { cellId, facts: elsewhere }, NOW))).toBe("cellUnknown");
});

test("twenty who set money aside at once never pass the pot, to the last fen", async () => {
  const id = await pot({ amountFen: fen(1000) });
  const commit = () => inTransaction(finance, (tx) => commitToPot(tx, id, fen(150)));
  const won = await Promise.all(Array.from({ length: 20 }, commit));
  expect(won.filter(Boolean)).toHaveLength(6);
  expect((await read(id)).committedFen).toBe(900);
  const exactly = await inTransaction(finance, (tx) => commitToPot(tx, id, fen(100)));
  const more = await inTransaction(finance, (tx) => commitToPot(tx, id, fen(1)));
  expect([exactly, more]).toEqual([true, false]);
  await inTransaction(finance, (tx) => releaseFromPot(tx, id, fen(1000)));
  expect((await read(id)).committedFen).toBe(0);
  await expect(inTransaction(finance, (tx) => releaseFromPot(tx, id, fen(1)))).rejects.toThrow(
    RangeError,
  );
  expect(await inTransaction(foreign, (tx) => commitToPot(tx, id, fen(1)))).toBe(false);
});

test("money comes, is spent against a voucher, reviewed by another and voided with its reason", async () => {
  const id = await pot();
  const first = receipt(800, "2020-07-10", { letterReceivedOn: day("2020-07-01") });
  const file = await received(Buffer.from("%PDF-1.4"), "凭证.pdf");
  const receive = (change = {}) =>
    receiveFunds(finance, { potId: id, facts: { ...first, ...change }, file: null }, NOW);
  value(await receiveFunds(finance, { potId: id, facts: first, file }, NOW));
  expect(kindOf(await receive({ amountFen: fen(1) }))).toBe("voucherKnown");
  expect(kindOf(await receive({ voucherNo: "另", amountFen: fen(201) }))).toBe("beyondAllocated");
  expect(kindOf(await receive({ receivedOn: day("2020-06-30") }))).toBe("beforeLetter");
  expect(kindOf(await receive({ receivedOn: day("2020-12-11") }))).toBe("future");
  expect(kindOf(await spendFunds(foreign, spending(id, 1), NOW))).toBe("notFound");
  expect(kindOf(await spendFunds(reviewer, spending(id, 1), NOW))).toBe("forbidden");
  expect(kindOf(await spendFunds(finance, spending(id, 1001), NOW))).toBe("beyondPot");
  const subsidy = spending(id, 1, { category: "SUBSIDY" });
  expect(kindOf(await spendFunds(finance, subsidy, NOW))).toBe("throughClaims");
  expect(kindOf(await spendFunds(finance, spending(id, 801), NOW))).toBe("beyondReceived");
  const early = spending(id, 1, { spentOn: day("2019-12-31") });
  expect(kindOf(await spendFunds(finance, early, NOW))).toBe("beforeYear");
  const unexplained = spending(id, 1, { reason: " " });
  expect(kindOf(await spendFunds(finance, unexplained, NOW))).toBe("reasonMissing");
  const last = new Date("2020-12-31T02:00:00Z");
  expect(kindOf(await spendFunds(finance, spending(id, 801), last))).toBe("beyondReceived");
  const next = new Date("2021-01-01T02:00:00Z");
  expect(kindOf(await spendFunds(finance, spending(id, 1), next))).toBe("yearOver");
  const whole800 = spending(id, 800, { voucherNo: "记-同" });
  const entryId = value(await spendFunds(finance, whole800, NOW));
  const again = spending(id, 1, { voucherNo: "记-同" });
  expect(kindOf(await spendFunds(finance, again, NOW))).toBe("voucherKnown");
  expect((await read(id)).committedFen).toBe(800);
  const one = { potId: id, entryId };
  const pending = (await inTransaction(finance, (tx) => figuresOf(tx, [id]))).get(id);
  expect(pending).toMatchObject({ spentFen: 0, pendingFen: 800, completedFen: 0 });
  expect(kindOf(await reviewSpending(finance, one, NOW))).toBe("forbidden");
  value(await reviewSpending(reviewer, one, NOW));
  expect(kindOf(await reviewSpending(reviewer, one, NOW))).toBe("reviewed");
  const figures = async () => (await inTransaction(finance, (tx) => figuresOf(tx, [id]))).get(id);
  expect(await figures()).toMatchObject({ receivedFen: 800, spentFen: 800, pendingFen: 0 });
  const voiding = { ...one, kind: "expenditure" as const, reason: "重复登记" };
  value(await voidEntry(finance, voiding, NOW));
  expect(kindOf(await voidEntry(finance, voiding, NOW))).toBe("entryVoided");
  expect((await read(id)).committedFen).toBe(0);
  const { version } = await read(id);
  const whole = { potId: id, version, reason: "录错" };
  expect(kindOf(await voidPot(finance, whole, NOW))).toBe("used");
  const empty = await pot({ amountFen: fen(1) });
  value(await voidPot(finance, { ...whole, potId: empty, version: 1 }, NOW));
  expect(kindOf(await spendFunds(finance, spending(empty, 1), NOW))).toBe("voided");
});

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

test("[T11] progress is stated up to what was planned, and the plan is corrected with its trail", async () => {
  const id = await pot();
  const figures = async () => (await inTransaction(finance, (tx) => figuresOf(tx, [id]))).get(id);
  const progress = { asOf: TODAY, completedFen: fen(500), basis: "监理月报" };
  const earlier = { ...progress, asOf: day("2020-11-30"), completedFen: fen(900) };
  const state = (one: typeof progress) => stateProgress(officer, { potId: id, facts: one }, NOW);
  expect(kindOf(await state(progress))).toBe("noPlan");
  const plan = async (planned: number) =>
    changePotPlan(
      finance,
      {
        ...{ potId: id, version: (await read(id)).version },
        facts: { plannedFen: fen(planned), letterReceivedOn: day("2020-07-01") },
      },
      NOW,
    );
  value(await plan(900));
  expect(kindOf(await state({ ...progress, completedFen: fen(901) }))).toBe("beyondPlan");
  value(await state(progress));
  value(await stateProgress(officer, { potId: id, facts: earlier }, NOW));
  expect(await figures()).toMatchObject({ spentFen: 0, completedFen: 500 });
  expect(kindOf(await plan(499))).toBe("belowCompleted");
  value(await plan(500));
  expect(await read(id)).toMatchObject({ plannedFen: 500, letterReceivedOn: "2020-07-01" });
});

test("no more comes than was allocated, in the database too and when two enter at once", async () => {
  const id = await pot({ amountFen: fen(1000) });
  const enter = () => receiveFunds(finance, { potId: id, facts: receipt(600), file: null }, NOW);
  const both = await Promise.all([enter(), enter()]);
  expect(both.map(kindOf).sort()).toEqual(["beyondAllocated", "done"]);
  const insert = (amount: number) =>
    at.owner.query(
      `INSERT INTO fund_receipt (id, region_code, pot_id, from_unit, received_on, amount_fen, voucher_no,
         recorded_by, recorded_by_name, recorded_at)
       VALUES ($1::uuid, '530381', $2, '市财政', '2020-05-01', $3::bigint, $1::text, $1::uuid, '某', now())`,
      [randomUUID(), id, amount],
    );
  await expect(insert(401)).rejects.toThrow("more received");
  await insert(400);
});

test("a payment of claims is entered once and cannot be voided here", async () => {
  const id = await pot();
  const entryId = randomUUID();
  const one = {
    ...{ potId: id, regionCode: "530381", claimPaymentId: randomUUID(), spentOn: TODAY },
    ...{ amountFen: fen(300), purpose: "稳岗补贴", payee: "3 人", voucherNo: "代发-1" },
  };
  const by = { userId: finance.userId, name: finance.name, now: NOW };
  const record = (as: string) =>
    inTransaction(finance, (tx) => recordClaimSpending(tx, as, one, by));
  await record(entryId);
  await expect(record(randomUUID())).rejects.toThrow();
  const figures = (await inTransaction(finance, (tx) => figuresOf(tx, [id]))).get(id);
  expect(figures).toMatchObject({ spentFen: 300, pendingFen: 0, receivedFen: 0 });
  const asked = { potId: id, entryId };
  expect(kindOf(await reviewSpending(reviewer, asked, NOW))).toBe("reviewed");
  const voiding = { ...asked, kind: "expenditure" as const, reason: "试" };
  expect(kindOf(await voidEntry(finance, voiding, NOW))).toBe("ofClaims");
});

test("[F03] a tenth is filed, a fen more approved, by another than who asked", async () => {
  const id = await pot({ amountFen: fen(1000) });
  const submit = async (amount: number) => {
    const change = {
      what: "调整内容",
      amountFen: fen(amount),
      changedElements: [],
      reason: "理由",
    };
    const asked = { potId: id, facts: change, asksApproval: false };
    return value(await submitAdjustment(officer, asked, NOW));
  };
  // The second comes to 101 of 1,000 with the first: what was filed before counts with it.
  const [small, large] = [await submit(60), await submit(41)];
  const decide = (adjustmentId: string, state: "filed" | "approved", actor = reviewer) =>
    decideAdjustment(actor, { potId: id, adjustmentId, state, decision: "同意" }, NOW);
  expect(kindOf(await decide(small, "filed", officer))).toBe("forbidden");
  expect(kindOf(await decide(large, "filed"))).toBe("wrongDecision");
  expect(kindOf(await decide(small, "approved"))).toBe("wrongDecision");
  value(await decide(small, "filed"));
  value(await decide(large, "approved"));
  expect(kindOf(await decide(large, "approved"))).toBe("decided");
});

const oneLeft = (potId: string) => ({ potId, year: 2021, name: "结转一分", amountFen: fen(1) });

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
  const list = await viewPots(office, { year: 2020, regionCode: "530381" }, day("2021-05-10"));
  const line = list.pots.find((one) => one.id === id);
  expect(line).toMatchObject({ availableFen: 0, lockedFen: 0, idleFen: 0, overdueFen: 0 });
  expect(kindOf(await record("ACCEPTANCE"))).toBe("closed");
  expect(kindOf(await spendFunds(finance, spending(id, 1), NOW))).toBe("closed");
  expect(await inTransaction(finance, (tx) => commitToPot(tx, id, fen(1)))).toBe(false);
});
