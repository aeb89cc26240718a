import { afterAll, beforeAll, expect, test } from "vitest";
import { listTodos } from "~/data/rosters/todo-view.server";
import { approveClaim } from "~/usecases/claims/approve-claim.server";
import { decideClawback } from "~/usecases/claims/decide-clawback.server";
import { enterClaimResult } from "~/usecases/claims/enter-claim-result.server";
import { proposeClawback } from "~/usecases/claims/propose-clawback.server";
import { reviewClaim } from "~/usecases/claims/review-claim.server";
import { sendClaim } from "~/usecases/claims/send-claim.server";
import type { Actor } from "~/domain/access/actor";
import { fen } from "~/domain/shared/fen";
import { buildEmployer } from "#test/builders/placement";
import { answerFile } from "#test/db/posts/wage-support";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aPot, AT, officer, TODAY } from "./claim-support";
import {
  aWorker,
  claimLines,
  drawn,
  finance,
  hrss,
  nextDay,
  openYear,
  poverty,
  received,
  reviewer,
  submitted,
} from "./flow-support";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const PEOPLE: readonly (readonly [string, Actor])[] = [
  ["officer", officer],
  ["reviewer", reviewer],
  ["hrss", hrss],
  ["poverty", poverty],
  ["finance", finance],
];

/** Who has something to do about claims, in order. */
async function waitsFor(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, actor] of PEOPLE) {
    const { rows } = await listTodos(actor, TODAY);
    const own = rows.filter(({ to }) => /^\/(claims|clawbacks)/.test(to));
    found.push(...own.map(({ what }) => `${name}: ${what.replace(/2020年.*/, "")}`));
  }
  return found;
}

test("[R14] a claim waits on the home page of whoever has its next step, and of nobody else", async () => {
  const of = { snapshot: await openYear(at), employerId: await buildEmployer(at.owner) };
  const potId = await aPot(at);
  await received(at, potId, 10_000_000);
  const startedOn = nextDay();
  const { account } = await aWorker(at, of, startedOn);
  const batchId = await drawn(potId, startedOn);
  expect(await waitsFor()).toEqual(["officer: 核查、报送"]);
  await submitted(batchId);
  expect(await waitsFor()).toEqual(["reviewer: 复核"]);
  value(await reviewClaim(reviewer, { batchId, version: 2 }, AT));
  expect(await waitsFor()).toEqual(["hrss: 审批", "poverty: 审批"]);
  value(await approveClaim(poverty, { batchId, version: 3, office: "POVERTY" }, AT));
  expect(await waitsFor()).toEqual(["hrss: 审批"]);
  value(await approveClaim(hrss, { batchId, version: 4, office: "HRSS" }, AT));
  expect(await waitsFor()).toEqual(["finance: 发放"]);
  value(await sendClaim(finance, { batchId }, AT));
  expect(await waitsFor()).toEqual(["finance: 登记银行回盘："]);
  const [line] = await claimLines(at, batchId);
  const row = { lineNo: 1, account, amount: "1000", result: "成功", date: TODAY };
  const payment = { batchId, paymentId: line?.paymentId ?? "", voucherNo: "1" };
  value(await enterClaimResult(finance, payment, await answerFile([row]), AT));
  expect(await waitsFor()).toEqual([]);
  const asked = { batchId, lineId: line?.id ?? "", amountFen: fen(1), reason: "多算" };
  const clawbackId = value(await proposeClawback(reviewer, asked, AT));
  // Whoever proposed it is not asked to decide on it.
  expect(await waitsFor()).toEqual(["hrss: 确认追回补贴"]);
  const yes = { clawbackId, version: 1, confirms: true, decision: "属实" };
  value(await decideClawback(hrss, yes, AT));
  expect(await waitsFor()).toEqual(["finance: 收回补贴"]);
});
