import { afterAll, beforeAll, expect, test } from "vitest";
import { readStoredFile } from "~/platform/evidence-store.server";
import { decideClawback } from "~/usecases/claims/decide-clawback.server";
import { enterClaimResult } from "~/usecases/claims/enter-claim-result.server";
import { openClawbackFile } from "~/usecases/claims/open-clawback-file.server";
import { openClaimFile } from "~/usecases/claims/open-claim-file.server";
import { checkClaim } from "~/usecases/claims/check-claim.server";
import { proposeClawback } from "~/usecases/claims/propose-clawback.server";
import { recordPayeeAccount } from "~/usecases/claims/record-payee-account.server";
import { recordUnitAccount } from "~/usecases/claims/record-unit-account.server";
import { releaseClaimAccount } from "~/usecases/claims/release-claim-account.server";
import { repayClawback } from "~/usecases/claims/repay-clawback.server";
import { vouchForClaimPayee } from "~/usecases/claims/vouch-for-claim-payee.server";
import { sendClaim } from "~/usecases/claims/send-claim.server";
import { withdrawClaimPayment } from "~/usecases/claims/withdraw-claim-file.server";
import { day } from "~/domain/shared/calendar-date";
import { fen } from "~/domain/shared/fen";
import { buildEmployer } from "#test/builders/placement";
import { answerFile, type Answered } from "#test/db/posts/wage-support";
import { received as bytesReceived, value } from "#test/db/rosters/support";
import { readRows } from "#test/support/read-workbook";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { allFacts, aPot, AT, officer, TODAY } from "./claim-support";
import {
  approved,
  aWorker,
  claimLines,
  accountFormOf as form,
  drawn,
  failed,
  finance,
  foreigner,
  nextDay,
  openYear,
  moved,
  paid,
  paymentOf,
  received,
  reviewer,
  stateOf,
  type Worker,
} from "./flow-support";

let at: TestPlatform;
let of: { readonly snapshot: string; readonly employerId: string };

beforeAll(async () => {
  at = await openTestPlatform();
  of = { snapshot: await openYear(at), employerId: await buildEmployer(at.owner) };
});
afterAll(() => at.close());

const refusal = (kind: string) => ({ ok: false, refusal: { kind } });
const VOUCHER = "2020-09-1";

/** So many people who began on one day, approved by both offices, in a pot of their own. */
async function claimOf(people: number) {
  const potId = await aPot(at);
  await received(at, potId, 10_000_000);
  const startedOn = nextDay();
  const workers: Worker[] = [];
  for (let n = 0; n < people; n += 1) workers.push(await aWorker(at, of, startedOn));
  return { batchId: await approved(await drawn(potId, startedOn)), potId, workers };
}
const send = (batchId: string, actor = finance) => sendClaim(actor, { batchId }, AT);
async function answer(batchId: string, rows: readonly Answered[], voucherNo = VOUCHER) {
  const asked = { batchId, paymentId: await paymentOf(at, batchId), voucherNo };
  return enterClaimResult(finance, asked, await answerFile(rows), AT);
}
const states = async (batchId: string) =>
  (await claimLines(at, batchId)).map(({ paymentState }) => paymentState);
/** Everybody of the claim has his money. */
async function paidOut(people: number) {
  const one = await claimOf(people);
  value(await send(one.batchId));
  value(
    await answer(
      one.batchId,
      one.workers.map((worker, n) => paid(n + 1, worker)),
    ),
  );
  return one;
}
test("[R14] finance alone sends an approved claim, in full to the bank and masked to all others, once", async () => {
  const { batchId, workers } = await claimOf(2);
  expect(await send(batchId, foreigner)).toEqual(refusal("notFound"));
  expect(await send(batchId, officer)).toEqual(refusal("forbidden"));
  expect(await send(batchId, { ...finance, userId: reviewer.userId })).toEqual(refusal("ownWork"));
  const outcomes = await Promise.all([send(batchId), send(batchId)]);
  expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { headcount: 2 } }]);
  expect(await send(batchId)).toEqual({ ok: false, refusal: { kind: "nothingToSend", kept: [] } });
  expect(await states(batchId)).toEqual(["SENT", "SENT"]);
  const asked = { batchId, paymentId: await paymentOf(at, batchId), which: "sent" } as const;
  expect(await openClaimFile(reviewer, asked, AT)).toEqual(refusal("forbidden"));
  value(await openClaimFile(finance, asked, AT));
  const { rows } = await at.owner.query<{ file_id: string }>(
    "SELECT file_id FROM claim_payment WHERE batch_id = $1",
    [batchId],
  );
  const sheet = await readRows(await readStoredFile(rows[0]?.file_id ?? ""));
  expect(sheet[1]?.texts).toEqual([
    ...["1", workers[0]?.name, workers[0]?.account, "农村信用社", "1000.00"],
    expect.stringMatching(/^2020年一次性外出就业补贴（\d+）$/),
  ]);
});

test("[R14] the bank's answer pays or fails each line, is the pot's spending, and a new account is paid next", async () => {
  const { batchId, potId, workers } = await claimOf(2);
  const [one, other] = workers as [Worker, Worker];
  value(await send(batchId));
  expect(await answer(batchId, [paid(1, one)], "")).toEqual(refusal("voucherMissing"));
  expect(await answer(batchId, [paid(1, one)])).toMatchObject({
    refusal: { kind: "mismatch", missing: [other.name] },
  });
  expect(await answer(batchId, [paid(1, one, "999.99"), failed(2, other)])).toMatchObject({
    refusal: { kind: "mismatch" },
  });
  expect(await states(batchId)).toEqual(["SENT", "SENT"]);
  const first = [paid(1, one), failed(2, other)];
  expect(await answer(batchId, first)).toEqual({ ok: true, value: { paid: 1, failed: 1 } });
  expect(await answer(batchId, first)).toEqual(refusal("answered"));
  expect(await stateOf(at, batchId)).toMatchObject({ state: "approved", committed: 200_000 });
  expect(await moved(potId)).toEqual({ committed: 200_000, spent: 100_000 });
  expect(await send(batchId)).toMatchObject({
    refusal: { kind: "nothingToSend", kept: [expect.stringContaining("银行退回过这个账号")] },
  });
  const [, line] = await claimLines(at, batchId);
  const asked = { batchId, lineId: line?.id ?? "" };
  const account = "6217009912345678";
  const later = new Date(AT.getTime() + 60_000);
  const enter = (digits: string) =>
    recordPayeeAccount(officer, asked, form(digits, other.name), later);
  expect(await enter(other.account)).toEqual(refusal("sameNumber"));
  value(await enter(account));
  expect(await send(batchId)).toMatchObject({
    refusal: { kind: "nothingToSend", kept: [expect.stringContaining("报送之后登记的")] },
  });
  const seen = { ...asked, reason: "已核对本人银行卡" };
  expect(await vouchForClaimPayee(officer, seen, later)).toEqual(refusal("forbidden"));
  value(await vouchForClaimPayee(reviewer, seen, later));
  value(await send(batchId));
  value(await answer(batchId, [paid(2, { account })]));
  expect(await states(batchId)).toEqual(["PAID", "PAID"]);
  expect(await stateOf(at, batchId)).toMatchObject({ state: "paid" });
  expect(await moved(potId)).toEqual({ committed: 200_000, spent: 200_000 });
  const attempts = await at.owner.query(
    `SELECT p.number, t.state, t.reason FROM claim_attempt t JOIN claim_payment p ON p.id = t.payment_id
     WHERE t.line_id = $1 ORDER BY 1`,
    [line?.id],
  );
  expect(attempts.rows).toEqual([
    { number: 1, state: "FAILED", reason: "账户已销户" },
    { number: 2, state: "PAID", reason: "" },
  ]);
  expect(await recordPayeeAccount(officer, asked, form(account, other.name), AT)).toMatchObject({
    refusal: { kind: "wrongState" },
  });
});

test("[R14] a number the bank refused by its own fault goes again on the reviewer's word", async () => {
  const { batchId, workers } = await claimOf(1);
  const [one] = workers as [Worker];
  value(await send(batchId));
  value(await answer(batchId, [failed(1, one)]));
  const [line] = await claimLines(at, batchId);
  const asked = { batchId, lineId: line?.id ?? "", reason: "银行来电说明系统故障" };
  expect(await releaseClaimAccount(finance, asked, AT)).toEqual(refusal("forbidden"));
  expect(await releaseClaimAccount(reviewer, { ...asked, reason: "" }, AT)).toEqual(
    refusal("reasonMissing"),
  );
  value(await releaseClaimAccount(reviewer, asked, AT));
  expect(await releaseClaimAccount(reviewer, asked, AT)).toEqual(refusal("notRefused"));
  expect(await send(batchId)).toEqual({ ok: true, value: { headcount: 1 } });
});

test("[R14] a file that never reached the bank is taken back whole by the reviewer", async () => {
  const { batchId, workers } = await claimOf(1);
  value(await send(batchId));
  const asked = { batchId, paymentId: await paymentOf(at, batchId), reason: "文件没有送到银行" };
  expect(await withdrawClaimPayment(finance, asked, AT)).toEqual(refusal("forbidden"));
  const maker = { ...reviewer, userId: finance.userId };
  expect(await withdrawClaimPayment(maker, asked, AT)).toEqual(refusal("ownWork"));
  value(await withdrawClaimPayment(reviewer, asked, AT));
  expect(await withdrawClaimPayment(reviewer, asked, AT)).toEqual(refusal("answered"));
  expect(await states(batchId)).toEqual([null]);
  const [one] = workers as [Worker];
  expect(await answer(batchId, [paid(1, one)])).toEqual(refusal("withdrawn"));
  value(await send(batchId));
  value(await answer(batchId, [paid(1, one)]));
});

test("[R14] a unit is paid in one row; its account is finance's to enter, and after a refusal the reviewer's", async () => {
  const potId = await aPot(at);
  await received(at, potId, 10_000_000);
  const startedOn = nextDay();
  for (let n = 0; n < 2; n += 1) await aWorker(at, of, startedOn);
  const batchId = await drawn(potId, startedOn);
  await at.owner.query("UPDATE claim_batch SET payee_unit = '某劳务公司' WHERE id = $1", [batchId]);
  const [first, second] = ["8040010000123", "8040010000999"];
  const asked = { batchId, version: 1 };
  const unit = (account: string) => form(account, "某劳务公司");
  expect(await recordUnitAccount(reviewer, asked, unit(first), AT)).toEqual(refusal("forbidden"));
  value(await recordUnitAccount(finance, asked, unit(first), AT));
  await at.owner.query("UPDATE claim_batch SET version = 1 WHERE id = $1", [batchId]);
  await approved(batchId);
  expect(await recordUnitAccount(reviewer, { batchId, version: 5 }, unit(second), AT)).toEqual(
    refusal("notRefused"),
  );
  value(await send(batchId));
  const row = { lineNo: 1, account: first, amount: "2000.00" };
  value(await answer(batchId, [{ ...row, result: "失败", reason: "户名不符" }]));
  expect(await states(batchId)).toEqual(["FAILED", "FAILED"]);
  const { version } = await stateOf(at, batchId);
  const now = { batchId, version };
  expect(await recordUnitAccount(finance, now, unit(second), AT)).toEqual(refusal("forbidden"));
  value(await recordUnitAccount(reviewer, now, unit(second), AT));
  value(await send(batchId));
  value(await answer(batchId, [{ ...row, account: second, result: "成功", date: TODAY }]));
  expect(await stateOf(at, batchId)).toMatchObject({ state: "paid" });
  expect(await moved(potId)).toEqual({ committed: 200_000, spent: 200_000 });
});

test("[R14] money is asked back by one, confirmed by another and repaid under a voucher: the pot has it again", async () => {
  const { batchId, potId } = await paidOut(1);
  const [line] = await claimLines(at, batchId);
  const asked = { batchId, lineId: line?.id ?? "", amountFen: fen(40_000), reason: "提前返乡" };
  expect(await proposeClawback(finance, asked, AT)).toEqual(refusal("forbidden"));
  expect(await proposeClawback(officer, { ...asked, amountFen: fen(100_001) }, AT)).toEqual({
    ok: false,
    refusal: { kind: "amount", mostFen: 100_000 },
  });
  const clawbackId = value(await proposeClawback(officer, asked, AT));
  expect(await proposeClawback(officer, asked, AT)).toEqual(refusal("open"));
  const yes = { clawbackId, version: 1, confirms: true, decision: "核实属实" };
  const same = { ...reviewer, userId: officer.userId };
  expect(await decideClawback(same, yes, AT)).toEqual(refusal("ownWork"));
  expect(await decideClawback(foreigner, yes, AT)).toEqual(refusal("notFound"));
  expect(await decideClawback(reviewer, { ...yes, decision: "" }, AT)).toEqual(
    refusal("reasonMissing"),
  );
  expect(await decideClawback(reviewer, yes, AT)).toEqual({ ok: true, value: "confirmed" });
  const file = await bytesReceived(Buffer.from("%PDF-1.4"), "收款凭证.pdf");
  const back = { clawbackId, version: 2, repaidOn: TODAY, voucherNo: "收-7", file };
  expect(await repayClawback(officer, back, AT)).toEqual(refusal("forbidden"));
  expect(await repayClawback(finance, { ...back, voucherNo: "" }, AT)).toEqual(
    refusal("voucherMissing"),
  );
  const early = { ...back, repaidOn: day("2020-09-19") };
  expect(await repayClawback(finance, early, AT)).toEqual(refusal("beforePaid"));
  const late = { ...back, repaidOn: day("2020-09-21") };
  expect(await repayClawback(finance, late, AT)).toEqual(refusal("future"));
  value(await repayClawback(finance, back, AT));
  expect(value(await openClawbackFile(officer, clawbackId, AT)).fileId).toBe(file.id);
  expect(await repayClawback(finance, back, AT)).toMatchObject({ refusal: { kind: "wrongState" } });
  expect(await moved(potId)).toEqual({ committed: 60_000, spent: 60_000 });
  expect((await allFacts(batchId))[0]?.pot).toMatchObject({ committedFen: 0, batchFen: 60_000 });
  const rest = { ...asked, amountFen: fen(60_001) };
  expect(await proposeClawback(officer, rest, AT)).toMatchObject({
    refusal: { kind: "amount", mostFen: 60_000 },
  });
  value(await proposeClawback(officer, { ...asked, amountFen: fen(60_000) }, AT));
});

test("[R15] what turns bad after its approval is proposed by the check itself, does not go out, and is stopped", async () => {
  const { batchId, potId, workers } = await claimOf(2);
  const [one, other] = workers as [Worker, Worker];
  await at.owner.query("UPDATE placement_evidence SET voided_at = now() WHERE placement_id = $1", [
    other.placementId,
  ]);
  expect(await send(batchId)).toEqual({ ok: true, value: { headcount: 1 } });
  expect(await states(batchId)).toEqual(["SENT", null]);
  const { rows } = await at.owner.query<{ id: string; source_ref: string; reason: string }>(
    `SELECT c.id, c.source_ref, c.reason FROM clawback c JOIN claim_line l ON l.id = c.line_id
     WHERE l.batch_id = $1`,
    [batchId],
  );
  expect(rows).toMatchObject([{ source_ref: "placement/has-evidence,placement/outwork-months" }]);
  expect(rows[0]?.reason).toContain("没有佐证材料");
  // Checked again it is not proposed again.
  expect(value(await checkClaim(officer, batchId, AT)).proposed).toBe(0);
  const yes = { clawbackId: rows[0]?.id ?? "", version: 1, confirms: true, decision: "停发" };
  expect(await decideClawback(reviewer, yes, AT)).toEqual({ ok: true, value: "stopped" });
  expect(await moved(potId)).toEqual({ committed: 100_000, spent: 0 });
  expect((await allFacts(batchId))[0]?.pot).toMatchObject({ committedFen: 0, batchFen: 100_000 });
  value(await answer(batchId, [paid(1, one)]));
  expect(await states(batchId)).toEqual(["PAID", "STOPPED"]);
  expect(await stateOf(at, batchId)).toMatchObject({ state: "paid" });
});
