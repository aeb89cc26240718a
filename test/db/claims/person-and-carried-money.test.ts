import { afterAll, beforeAll, expect, test } from "vitest";
import { viewPersonClaims } from "~/data/claims/person-claims-view.server";
import { newId } from "~/platform/id.server";
import { buildEmployer } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { allFacts, aPot, COUNTY, officer, TODAY } from "./claim-support";
import {
  aWorker,
  drawn,
  foreigner,
  openYear,
  received,
  submitted,
  type Worker,
} from "./flow-support";

let at: TestPlatform;
let potId: string;
let batchId: string;
let worker: Worker;

beforeAll(async () => {
  at = await openTestPlatform();
  const snapshot = await openYear(at);
  potId = await aPot(at);
  const employerId = await buildEmployer(at.owner);
  worker = await aWorker(at, { snapshot, employerId }, "2020-06-01");
  batchId = await drawn(potId, "2020-06-01");
});
afterAll(() => at.close());

async function spent(pot: string, fen: number, isReviewed: boolean): Promise<void> {
  await at.owner.query(
    `INSERT INTO expenditure (id, region_code, pot_id, category, purpose, payee, spent_on, amount_fen, voucher_no,
       recorded_by, recorded_by_name, recorded_at, reviewed_by, reviewed_by_name, reviewed_at)
     VALUES ($1, $2, $3, 'OTHER', '某', '某', '2020-06-01', $4, $5, $1, '某', now(), $6, $7, $8)`,
    [
      ...[newId(), COUNTY, pot, fen, String(fen)],
      ...(isReviewed ? [newId(), "某", new Date()] : [null, null, null]),
    ],
  );
}

test("money that came the year before and was not spent there has come for the pot it was carried to", async () => {
  const before = await aPot(at);
  await at.owner.query("SET session_replication_role = replica");
  await at.owner.query("UPDATE fund_pot SET carried_from_id = $1 WHERE id = $2", [before, potId]);
  const come = async () => (await allFacts(batchId))[0]?.pot.receivedFen;
  expect(await come()).toBe(0);
  await received(at, before, 50_000);
  await spent(before, 20_000, true);
  await spent(before, 7_000, false);
  expect(await come()).toBe(30_000);
  await received(at, potId, 1_000);
  expect(await come()).toBe(31_000);
  // No more than was carried over.
  await received(at, before, 20_000_000);
  expect(await come()).toBe(10_001_000);
  await at.owner.query("UPDATE fund_pot SET carried_from_id = NULL WHERE id = $1", [potId]);
  expect(await come()).toBe(1_000);
  await at.owner.query("SET session_replication_role = origin");
});

test("a person's page tells what was claimed for him, to who sees the county, and no line that was taken out", async () => {
  const told = () => viewPersonClaims(officer, worker.personId, TODAY);
  const line = {
    ...{ batchId, claim: "2020年一次性外出就业补贴（1）", periodFrom: "2020-06-01" },
    ...{ amountFen: 100_000, state: "编制中" },
  };
  expect(await told()).toMatchObject([line]);
  await submitted(batchId);
  expect(await told()).toMatchObject([{ ...line, state: "待复核" }]);
  expect(await viewPersonClaims(foreigner, worker.personId, TODAY)).toEqual([]);
  await at.owner.query("SET session_replication_role = replica");
  await at.owner.query("UPDATE claim_line SET removed_at = now() WHERE batch_id = $1", [batchId]);
  expect(await told()).toEqual([]);
  await at.owner.query("SET session_replication_role = origin");
});
