import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import {
  commitToPot,
  recordClaimSpending,
  releaseFromPot,
  type PotFacts,
} from "~/data/funds/pot-store.server";
import { wan } from "~/domain/funds/founding/founding-document";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { addPot } from "~/usecases/funds/add-pot.server";
import { changePotPlan } from "~/usecases/funds/change-pot-plan.server";
import { decideAdjustment } from "~/usecases/funds/decide-adjustment.server";
import { submitAdjustment } from "~/usecases/funds/submit-adjustment.server";
import { receiveFunds } from "~/usecases/funds/receive-funds.server";
import { reviewSpending } from "~/usecases/funds/review-spending.server";
import { spendFunds } from "~/usecases/funds/spend-funds.server";
import { stateProgress } from "~/usecases/funds/state-progress.server";
import { voidEntry } from "~/usecases/funds/void-entry.server";
import { voidPot } from "~/usecases/funds/void-pot.server";
import { figuresOf } from "~/data/funds/pot-figures.server";
import { received, value } from "#test/db/rosters/support";
import { openTestPlatform } from "#test/support/test-platform";
import { NOW, TODAY, finance, foreign, kindOf, officer, reviewer, potHands } from "./pot-hands";

const at = await openTestPlatform();
afterAll(() => at.close());
const { cellId, facts, pot, read, receipt, spending } = await potHands(at);

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
