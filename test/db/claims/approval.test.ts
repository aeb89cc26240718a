import { afterAll, beforeAll, expect, test } from "vitest";
import { approveClaim } from "~/usecases/claims/approve-claim.server";
import { returnClaim } from "~/usecases/claims/return-claim.server";
import { reviewClaim } from "~/usecases/claims/review-claim.server";
import { submitClaim } from "~/usecases/claims/submit-claim.server";
import { buildEmployer } from "#test/builders/placement";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aPot, AT, officer } from "./claim-support";
import {
  aWorker,
  drawn,
  foreigner,
  hrss,
  nextDay,
  openYear,
  poverty,
  received,
  reviewed,
  reviewer,
  stateOf,
  submitted,
} from "./flow-support";

let at: TestPlatform;
let of: { readonly snapshot: string; readonly employerId: string };
let potId: string;

beforeAll(async () => {
  at = await openTestPlatform();
  of = { snapshot: await openYear(at), employerId: await buildEmployer(at.owner) };
  potId = await aPot(at);
  await received(at, potId, 10_000_000);
});
afterAll(() => at.close());

/** One person's claim, of a day of its own. */
async function aClaim(pot = potId): Promise<string> {
  const startedOn = nextDay();
  await aWorker(at, of, startedOn);
  return drawn(pot, startedOn);
}
const submit = (batchId: string, version: number, note = "") =>
  submitClaim(officer, { batchId, version, note }, AT);
const refusal = (kind: string) => ({ ok: false, refusal: { kind } });

test("[R14] a claim is handed in over a check of that moment: blocked lines bar it, warnings want a note", async () => {
  const batchId = await aClaim(await aPot(at));
  expect(await submitClaim(foreigner, { batchId, version: 1, note: "" }, AT)).toEqual(
    refusal("notFound"),
  );
  expect(await submitClaim(reviewer, { batchId, version: 1, note: "" }, AT)).toEqual(
    refusal("forbidden"),
  );
  expect(await submit(batchId, 2)).toEqual(refusal("changedByOthers"));
  // Its pot has received nothing: only a warning.
  expect(await submit(batchId, 1)).toEqual({
    ok: false,
    refusal: { kind: "noteMissing", lines: 1 },
  });
  const account =
    "UPDATE payee_account SET replaced_at = $2 WHERE person_id = (SELECT person_id FROM claim_line WHERE batch_id = $1)";
  await at.owner.query(account, [batchId, AT]);
  expect(await submit(batchId, 1, "资金下月到账")).toEqual({
    ok: false,
    refusal: { kind: "blocked", lines: 1 },
  });
  await at.owner.query("SET session_replication_role = replica");
  await at.owner.query(account, [batchId, null]);
  await at.owner.query("SET session_replication_role = origin");
  expect(await submit(batchId, 1, "资金下月到账")).toEqual({ ok: true, value: 1 });
  expect(await submit(batchId, 2)).toEqual({
    ok: false,
    refusal: { kind: "wrongState", state: "submitted" },
  });
  const { rows } = await at.owner.query("SELECT state, note FROM claim_batch WHERE id = $1", [
    batchId,
  ]);
  expect(rows).toEqual([{ state: "submitted", note: "资金下月到账" }]);
});

test("[R14] another person of the county reviews it or gives it back with a reason; then it comes again", async () => {
  const batchId = await submitted(await aClaim());
  const own = { ...reviewer, userId: officer.userId };
  const asked = { batchId, version: 2 };
  expect(await reviewClaim(own, asked, AT)).toEqual(refusal("ownWork"));
  expect(await returnClaim(own, { ...asked, reason: "不对" }, AT)).toEqual(refusal("ownWork"));
  expect(await returnClaim(hrss, { ...asked, reason: "不对" }, AT)).toMatchObject({
    refusal: { kind: "wrongState" },
  });
  expect(await returnClaim(reviewer, { ...asked, reason: " " }, AT)).toEqual(
    refusal("reasonMissing"),
  );
  value(await returnClaim(reviewer, { ...asked, reason: "人数请核对" }, AT));
  expect(await submit(batchId, 3)).toEqual({ ok: true, value: 1 });
  value(await reviewClaim(reviewer, { batchId, version: 4 }, AT));
  value(await approveClaim(hrss, { batchId, version: 5, office: "HRSS" }, AT));
  const back = { batchId, version: 6, reason: "材料不齐" };
  expect(await returnClaim(reviewer, back, AT)).toMatchObject({ refusal: { kind: "wrongState" } });
  value(await returnClaim(poverty, back, AT));
  const { rows } = await at.owner.query(
    "SELECT state, return_reason, reviewed_by, hrss_approved_by FROM claim_batch WHERE id = $1",
    [batchId],
  );
  const nobody = { reviewed_by: null, hrss_approved_by: null };
  expect(rows).toEqual([{ state: "returned", return_reason: "材料不齐", ...nobody }]);
});

test.each([
  ["HRSS", hrss, "POVERTY", poverty] as const,
  ["POVERTY", poverty, "HRSS", hrss] as const,
])(
  "[R14] both offices approve, %s first; only the second sets the money aside",
  async (first, one, second, other) => {
    const pot = await aPot(at);
    await received(at, pot, 10_000_000);
    const batchId = await reviewed(await aClaim(pot));
    expect(await approveClaim(other, { batchId, version: 3, office: first }, AT)).toEqual(
      refusal("forbidden"),
    );
    const done = await approveClaim(one, { batchId, version: 3, office: first }, AT);
    expect(done).toEqual({ ok: true, value: { isApproved: false } });
    expect(await stateOf(at, batchId)).toMatchObject({ state: "reviewed", committed: 0 });
    expect(await approveClaim(one, { batchId, version: 4, office: first }, AT)).toEqual(
      refusal("approved"),
    );
    // One person may not stand for both offices, nor the reviewer for either.
    for (const userId of [one.userId, reviewer.userId, officer.userId]) {
      expect(
        await approveClaim({ ...other, userId }, { batchId, version: 4, office: second }, AT),
      ).toEqual(refusal("ownWork"));
    }
    const last = await approveClaim(other, { batchId, version: 4, office: second }, AT);
    expect(last).toEqual({ ok: true, value: { isApproved: true } });
    expect(await stateOf(at, batchId)).toMatchObject({ state: "approved", committed: 100_000 });
  },
);

test("[R15] a line that has turned bad since it was handed in is not approved", async () => {
  const batchId = await reviewed(await aClaim());
  await at.owner.query(
    `UPDATE placement_evidence SET voided_at = now()
     WHERE placement_id = (SELECT source_id FROM claim_line WHERE batch_id = $1)`,
    [batchId],
  );
  expect(await approveClaim(hrss, { batchId, version: 3, office: "HRSS" }, AT)).toEqual({
    ok: false,
    refusal: { kind: "blocked", lines: 1 },
  });
});

test("[F04] a claim above what its pot has left is refused with what is left", async () => {
  const pot = await aPot(at);
  await received(at, pot, 10_000_000);
  const batchId = await reviewed(await aClaim(pot));
  await at.owner.query("UPDATE fund_pot SET committed_fen = amount_fen - 99999 WHERE id = $1", [
    pot,
  ]);
  expect(await approveClaim(hrss, { batchId, version: 3, office: "HRSS" }, AT)).toEqual({
    ok: false,
    refusal: { kind: "beyondPot", leftFen: 99_999 },
  });
  await at.owner.query("UPDATE fund_pot SET committed_fen = amount_fen - 100000 WHERE id = $1", [
    pot,
  ]);
  value(await approveClaim(hrss, { batchId, version: 3, office: "HRSS" }, AT));
  value(await approveClaim(poverty, { batchId, version: 4, office: "POVERTY" }, AT));
  const { rows } = await at.owner.query<{ left: string }>(
    "SELECT amount_fen - committed_fen AS left FROM fund_pot WHERE id = $1",
    [pot],
  );
  expect(rows).toEqual([{ left: "0" }]);
});

test("[F04] of 60 approvals at once for a pot with room for 20, twenty pass and not a fen is overspent", async () => {
  const pot = await aPot(at);
  await received(at, pot, 10_000_000);
  await at.owner.query("UPDATE fund_pot SET amount_fen = 2_000_000 WHERE id = $1", [pot]);
  const batches: string[] = [];
  for (let n = 0; n < 60; n += 1) batches.push(await aClaim(pot));
  await at.owner.query(
    `UPDATE claim_batch SET state = 'reviewed', submitted_by = $2, submitted_at = $5, reviewed_by = $3,
       reviewed_at = $5, hrss_approved_by = $4, hrss_approved_at = $5 WHERE id = ANY ($1)`,
    [batches, officer.userId, reviewer.userId, hrss.userId, AT],
  );
  const asked = { version: 1, office: "POVERTY" } as const;
  const outcomes = await Promise.all(
    batches.map((batchId) => approveClaim(poverty, { batchId, ...asked }, AT)),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(20);
  const others = outcomes.filter(({ ok }) => !ok);
  expect(others).toEqual(Array(40).fill({ ok: false, refusal: { kind: "beyondPot", leftFen: 0 } }));
  const { rows } = await at.owner.query(
    `SELECT p.committed_fen::int AS committed, count(b.id) FILTER (WHERE b.state = 'approved')::int AS approved
     FROM fund_pot p JOIN claim_batch b ON b.pot_id = p.id WHERE p.id = $1 GROUP BY 1`,
    [pot],
  );
  expect(rows).toEqual([{ committed: 2_000_000, approved: 20 }]);
});
