import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { viewClaimHead } from "~/data/claims/claim-head-view.server";
import { listTodos } from "~/data/rosters/todo-view.server";
import { checkClaim } from "~/usecases/claims/check-claim.server";
import { decideClawback } from "~/usecases/claims/decide-clawback.server";
import { enterClaimResult } from "~/usecases/claims/enter-claim-result.server";
import { queueRechecks } from "~/usecases/claims/recheck-claims.server";
import { sendClaim } from "~/usecases/claims/send-claim.server";
import { day } from "~/domain/shared/calendar-date";
import { monthsEnd } from "~/domain/shared/months";
import { buildEmployer } from "#test/builders/placement";
import { buildAppointment, buildQuota } from "#test/builders/post";
import { answerFile } from "#test/db/posts/wage-support";
import { value, workOff } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aPot, AT, officer } from "./claim-support";
import {
  approved,
  aWorker,
  drawn,
  finance,
  nextDay,
  openYear,
  paid,
  paymentOf,
  received,
  reviewer,
  type Worker,
} from "./flow-support";

let at: TestPlatform;
let of: { readonly snapshot: string; readonly employerId: string };
beforeAll(async () => {
  at = await openTestPlatform();
  of = { snapshot: await openYear(at), employerId: await buildEmployer(at.owner) };
});
afterAll(() => at.close());
// What is due in one test is none of another's.
beforeEach(() =>
  at.owner.query("UPDATE claim_batch SET removed_at = now(), removed_reason = '完'"),
);
afterEach(() => {
  vi.useRealTimers();
});

/** So many people who began on one day, approved by both offices. */
async function approvedClaim(people: number) {
  const potId = await aPot(at);
  await received(at, potId, 10_000_000);
  const startedOn = nextDay();
  const workers: Worker[] = [];
  for (let n = 0; n < people; n += 1) workers.push(await aWorker(at, of, startedOn));
  return { batchId: await approved(await drawn(potId, startedOn)), workers, startedOn };
}

/** Two of them, when they have their money. */
async function paidClaim() {
  const { batchId, workers, startedOn } = await approvedClaim(2);
  value(await sendClaim(finance, { batchId }, AT));
  const rows = workers.map((worker, n) => paid(n + 1, worker));
  const asked = { batchId, paymentId: await paymentOf(at, batchId), voucherNo: "1" };
  value(await enterClaimResult(finance, asked, await answerFile(rows), AT));
  return { batchId, workers, startedOn };
}

/** The product looks by itself at that time. */
async function lookAt(time: string): Promise<number> {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(time) });
  const queued = await queueRechecks(new Date());
  await workOff();
  return queued;
}

async function runsOf(batchId: string) {
  const { rows } = await at.owner.query<{ by: string; at: Date }>(
    `SELECT ran_by_name AS by, ran_at AS at FROM check_run WHERE batch_id = $1 ORDER BY number`,
    [batchId],
  );
  return rows;
}

async function askedBack(batchId: string) {
  const { rows } = await at.owner.query<{ name: string; rule: string; state: string }>(
    `SELECT l.name, c.source_ref AS rule, c.state FROM clawback c JOIN claim_line l ON l.id = c.line_id
     WHERE l.batch_id = $1`,
    [batchId],
  );
  return rows;
}

/** Somebody's post in the very days for which he was paid as working elsewhere. */
async function aPostBeside({ personId }: Worker, startsOn: string): Promise<void> {
  const quotaId = await buildQuota(at.owner, { fromOn: "2020-01-01" });
  await buildAppointment(at.owner, {
    personId,
    quotaId,
    startsOn,
    endsOn: monthsEnd(day(startsOn), 3),
  });
}

test("[R15] what becomes known after the payment is found by the product itself: a claw-back and a to-do", async () => {
  const { batchId, workers, startedOn } = await paidClaim();
  const before = await runsOf(batchId);
  await aPostBeside(workers[1] as Worker, startedOn);
  // Checked on the day already: on its way to the bank.
  expect(await lookAt("2020-09-20T15:59:00Z")).toBe(0);
  expect(await askedBack(batchId)).toEqual([]);
  expect(await lookAt("2020-09-20T16:00:00Z")).toBe(1);
  const rule = "engagement/work-beside-post";
  expect(await askedBack(batchId)).toEqual([{ name: workers[1]?.name, rule, state: "proposed" }]);
  expect((await runsOf(batchId)).slice(before.length)).toEqual([
    { by: "系统自动复查", at: new Date("2020-09-20T16:00:00Z") },
  ]);
  const { rows } = await listTodos(reviewer, day("2020-09-21"));
  expect(rows.map(({ what }) => what)).toContainEqual(expect.stringMatching(/^确认追回补贴/));
});

test("[R15] a day on which nothing has changed leaves no run, only when it was looked at", async () => {
  const { batchId } = await paidClaim();
  const before = await runsOf(batchId);
  await lookAt("2020-09-21T01:00:00Z");
  await lookAt("2020-09-22T01:00:00Z");
  expect(await runsOf(batchId)).toEqual(before);
  const head = await viewClaimHead(officer, batchId, "2020-09-22");
  expect(head?.check).toMatchObject({
    ranAt: before.at(-1)?.at.toISOString(),
    lookedAt: "2020-09-22T01:00:00.000Z",
  });
});

test("[R15] two workers look once, and once a day", async () => {
  const { batchId, workers, startedOn } = await paidClaim();
  await aPostBeside(workers[0] as Worker, startedOn);
  const time = new Date("2020-09-23T01:00:00Z");
  vi.useFakeTimers({ toFake: ["Date"], now: time });
  const queued = await Promise.all([queueRechecks(time), queueRechecks(time)]);
  expect(queued.sort()).toEqual([0, 1]);
  // A second job of the same day, as after a crash in the midst of the first, finds nothing to do.
  await at.owner
    .query(`INSERT INTO job (id, kind, county_code, subject_id, payload, state, created_by, created_at)
    SELECT gen_random_uuid(), kind, county_code, subject_id, payload, state, created_by, created_at FROM job
    WHERE state = 'queued'`);
  const runs = (await runsOf(batchId)).length;
  await Promise.all([workOff(), workOff()]);
  expect(await runsOf(batchId)).toHaveLength(runs + 1);
  expect(await askedBack(batchId)).toHaveLength(1);
  expect(await queueRechecks(new Date("2020-09-23T15:00:00Z"))).toBe(0);
  expect(await queueRechecks(new Date("2020-09-23T16:00:00Z"))).toBe(1);
  await at.owner.query("UPDATE job SET state = 'done' WHERE state = 'queued'");
});

test("[R15] nobody looks any more two years after the payment, or where all of it is asked back", async () => {
  const { batchId } = await paidClaim();
  const due = async (time: string) => {
    const queued = await queueRechecks(new Date(time));
    await at.owner.query("DELETE FROM job");
    return queued;
  };
  expect(await due("2022-09-19T12:00:00Z")).toBe(1);
  expect(await due("2022-09-20T12:00:00Z")).toBe(0);
  const ask = (state: string, lines: string) =>
    at.owner.query(
      `INSERT INTO clawback (id, county_code, line_id, amount_fen, source, reason, state, proposed_by_name,
         proposed_at) SELECT gen_random_uuid(), county_code, id, amount_fen, 'OFFICER', '某', $2, '某', now()
       FROM claim_line WHERE batch_id = $1 AND line_no ${lines}`,
      [batchId, state],
    );
  await ask("proposed", "= 1");
  expect(await due("2020-09-25T01:00:00Z")).toBe(1);
  await ask("proposed", "> 1");
  expect(await due("2020-09-25T01:00:00Z")).toBe(0);
});

test("[R15] what was dropped is not proposed again for the same rule, and the money goes", async () => {
  const { batchId, workers } = await approvedClaim(1);
  const [one] = workers as [Worker];
  await at.owner.query("UPDATE placement_evidence SET voided_at = now() WHERE placement_id = $1", [
    one.placementId,
  ]);
  expect(value(await checkClaim(officer, batchId, AT)).proposed).toBe(1);
  expect(await sendClaim(finance, { batchId }, AT)).toMatchObject({
    refusal: { kind: "nothingToSend", kept: [expect.stringContaining("有待处理的追回")] },
  });
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT c.id FROM clawback c JOIN claim_line l ON l.id = c.line_id WHERE l.batch_id = $1",
    [batchId],
  );
  const no = {
    clawbackId: rows[0]?.id ?? "",
    version: 1,
    confirms: false,
    decision: "纸质材料在档",
  };
  expect(await decideClawback(reviewer, no, AT)).toEqual({ ok: true, value: "dropped" });
  expect(value(await checkClaim(officer, batchId, AT)).proposed).toBe(0);
  expect(await sendClaim(finance, { batchId }, AT)).toEqual({ ok: true, value: { headcount: 1 } });
});
