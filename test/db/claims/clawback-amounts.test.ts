import { afterAll, beforeAll, expect, test } from "vitest";
import { checkClaim } from "~/usecases/claims/check-claim.server";
import { decideClawback } from "~/usecases/claims/decide-clawback.server";
import { enterClaimResult } from "~/usecases/claims/enter-claim-result.server";
import { proposeClawback } from "~/usecases/claims/propose-clawback.server";
import { repayClawback } from "~/usecases/claims/repay-clawback.server";
import { sendClaim } from "~/usecases/claims/send-claim.server";
import { fen, type Fen } from "~/domain/shared/fen";
import { buildEmployer } from "#test/builders/placement";
import { answerFile } from "#test/db/posts/wage-support";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aPot, AT, officer, TODAY } from "./claim-support";
import {
  approved,
  aWorker,
  claimLines,
  drawn,
  finance,
  nextDay,
  openYear,
  paid,
  paymentOf,
  received,
  reviewer,
} from "./flow-support";

let at: TestPlatform;
let of: { readonly snapshot: string; readonly employerId: string };
beforeAll(async () => {
  at = await openTestPlatform();
  of = { snapshot: await openYear(at), employerId: await buildEmployer(at.owner) };
});
afterAll(() => at.close());

/** Somebody who has his 1,000 yuan. */
async function aPaidLine() {
  const potId = await aPot(at);
  await received(at, potId, 10_000_000);
  const startedOn = nextDay();
  const worker = await aWorker(at, of, startedOn);
  const batchId = await approved(await drawn(potId, startedOn));
  value(await sendClaim(finance, { batchId }, AT));
  const asked = { batchId, paymentId: await paymentOf(at, batchId), voucherNo: "1" };
  value(await enterClaimResult(finance, asked, await answerFile([paid(1, worker)]), AT));
  const [line] = await claimLines(at, batchId);
  return { batchId, worker, lineId: line?.id ?? "" };
}
const proofGone = ({ placementId }: { readonly placementId: string }) =>
  at.owner.query("UPDATE placement_evidence SET voided_at = now() WHERE placement_id = $1", [
    placementId,
  ]);
const check = async (batchId: string) => value(await checkClaim(officer, batchId, AT)).proposed;
const repay = async (clawbackId: string) =>
  value(
    await repayClawback(
      finance,
      { clawbackId, version: 2, repaidOn: TODAY, voucherNo: "收-1", file: null },
      AT,
    ),
  );
const decide = (clawbackId: string, amountFen: Fen, decision = "部分属实") =>
  decideClawback(reviewer, { clawbackId, version: 1, confirms: true, amountFen, decision }, AT);
async function clawbacks(lineId: string) {
  const { rows } = await at.owner.query<{ id: string; fen: number; state: string; said: string }>(
    `SELECT id, amount_fen AS fen, state, coalesce(decision, '') AS said FROM clawback WHERE line_id = $1
     ORDER BY proposed_at, state`,
    [lineId],
  );
  return rows;
}

test("[R15] of a line that paid part of it back the rest is proposed once it proves undue, and no more than that", async () => {
  const { batchId, worker, lineId } = await aPaidLine();
  const part = { batchId, lineId, amountFen: fen(15_000), reason: "少做半月" };
  const clawbackId = value(await proposeClawback(officer, part, AT));
  await proofGone(worker);
  // One that is open keeps another away.
  expect(await check(batchId)).toBe(0);
  value(await decide(clawbackId, fen(15_000)));
  expect(await check(batchId)).toBe(0);
  await repay(clawbackId);
  expect(await check(batchId)).toBe(1);
  expect(await check(batchId)).toBe(0);
  const found = await clawbacks(lineId);
  expect(found.map(({ fen: sum, state }) => [sum, state])).toContainEqual([85_000, "proposed"]);
  expect(found).toHaveLength(2);
});

test("[R15] the reviewer confirms less than was proposed, never more; for the same rule it is not asked again", async () => {
  const { batchId, worker, lineId } = await aPaidLine();
  await proofGone(worker);
  expect(await check(batchId)).toBe(1);
  const [one] = await clawbacks(lineId);
  const id = one?.id ?? "";
  for (const wrong of [0, 100_001]) {
    expect(await decide(id, fen(wrong))).toMatchObject({ refusal: { kind: "amount" } });
  }
  expect(await decide(id, fen(10_000))).toEqual({ ok: true, value: "confirmed" });
  expect(await clawbacks(lineId)).toMatchObject([
    { fen: 10_000, state: "confirmed", said: "部分属实（提出 1,000 元，核定 100 元）" },
  ]);
  await expect(
    at.owner.query("UPDATE clawback SET amount_fen = 5 WHERE id = $1", [id]),
  ).rejects.toThrow("a claw-back stands");
  await repay(id);
  expect(await check(batchId)).toBe(0);
});

test("[R15] a rate corrected later asks nobody for the whole of his money", async () => {
  const { batchId, lineId } = await aPaidLine();
  await at.owner.query(
    "UPDATE parameter_value SET value = 900 WHERE parameter = 'claim.outworkShanghai'",
  );
  const run = value(await checkClaim(officer, batchId, AT));
  await at.owner.query(
    "UPDATE parameter_value SET value = 1000 WHERE parameter = 'claim.outworkShanghai'",
  );
  expect(run.byRule).toContainEqual(
    expect.objectContaining({ rule: "money/rate-agrees", fail: 1 }),
  );
  expect(run.proposed).toBe(0);
  expect(await clawbacks(lineId)).toEqual([]);
});
