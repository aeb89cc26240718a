import { afterAll, beforeAll, expect, test } from "vitest";
import type { AskedClaim } from "~/usecases/claims/draw-claim.server";
import { drawClaim } from "~/usecases/claims/draw-claim.server";
import { day } from "~/domain/shared/calendar-date";
import { newId } from "~/platform/id.server";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { allFacts, aNumber, aPot, AT, COUNTY, officer } from "./claim-support";

let at: TestPlatform;
let potId: string;
let employerId: string;

beforeAll(async () => {
  at = await openTestPlatform();
  potId = await aPot(at);
  employerId = await buildEmployer(at.owner);
  await aNumber(at, "claim.stablePerson", 500);
  await aNumber(at, "claim.outworkShanghai", 1000);
});
afterAll(() => at.close());

const draw = (source: AskedClaim["source"]) =>
  drawClaim(officer, { countyCode: COUNTY, year: 2020, potId, title: "", source }, AT);

interface Job {
  readonly personId: string;
  readonly placementId: string;
}

async function aJob(serial: number, startedOn = "2020-06-01"): Promise<Job> {
  const idNumber = idNumberOf(COUNTY, "1985-06-07", serial);
  const phone = `135${String(serial).padStart(8, "0")}`;
  const person = { idNumber, name: "普光明", countyCode: COUNTY, phone };
  const personId = await buildPerson(at.owner, person);
  const placementId = await buildPlacement(at.owner, {
    ...{ personId, employerId, startedOn, evidence: 1 },
  });
  return { personId, placementId };
}

/** An account of the person under a number; `replaced`: it stands no more. */
async function anAccount(personId: string, number: string, replaced = false): Promise<string> {
  const id = newId();
  await at.owner.query(
    `INSERT INTO payee_account (id, person_id, county_code, holder_name, bank_name, account_index,
       account_sealed, recorded_by, recorded_by_name, recorded_at, replaced_at)
     VALUES ($1, $2, $3, '普光明', '农商行', $4::bytea, $4::bytea, $1, '某', now(), $5)`,
    [id, personId, COUNTY, Buffer.from(number), replaced ? new Date() : null],
  );
  return id;
}

/** The line's money as sent under an account, and what the bank said. */
async function sent(lineId: string, accountId: string, state: "PAID" | "FAILED" | "WITHDRAWN") {
  const id = newId();
  await at.owner.query("SET session_replication_role = replica");
  await at.owner.query(
    `INSERT INTO claim_attempt (id, county_code, payment_id, line_id, account_id, amount_fen, state, reason, paid_on)
     VALUES ($1, $2, $1, $3, $4, 100, $5, $6, $7)`,
    [
      ...[id, COUNTY, lineId, accountId, state, state === "FAILED" ? "户名不符" : ""],
      state === "PAID" ? "2020-09-01" : null,
    ],
  );
  await at.owner.query("SET session_replication_role = origin");
  return id;
}

const lineIn = async (batchId: string) => {
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT id FROM claim_line WHERE batch_id = $1 ORDER BY line_no",
    [batchId],
  );
  return rows[0]?.id ?? "";
};

test("an intermediary's licence is a fact of those it sent out", async () => {
  const { placementId } = await aJob(801, "2020-03-01");
  const [agencyId, labourBatchId] = [newId(), newId()];
  await at.owner.query(
    `INSERT INTO employer (id, owner_code, name, kind, licence_no, licence_from, licence_to, created_by, created_at)
     VALUES ($1, $2, '楚雄劳务', 'INTERMEDIARY', '滇人社许1号', '2018-03-01', '2023-02-28', $1, now())`,
    [agencyId, COUNTY],
  );
  await at.owner.query(
    `INSERT INTO labour_batch (id, county_code, intermediary_id, name, organised_on, created_by, created_at)
     VALUES ($1, $2, $3, '三月赴沪', '2020-02-28', $1, now())`,
    [labourBatchId, COUNTY, agencyId],
  );
  await at.owner.query("UPDATE placement SET batch_id = $1 WHERE id = $2", [
    labourBatchId,
    placementId,
  ]);
  const [facts] = await allFacts(value(await draw({ kind: "AGENCY", labourBatchId })));
  expect(facts?.placement?.intermediary).toEqual({
    batchOn: "2020-02-28",
    licence: { from: "2018-03-01", to: "2023-02-28" },
  });
});

test("an account that another's claim was ever paid to is shared, a file taken back shares nothing", async () => {
  const days = { from: day("2020-04-01"), to: day("2020-04-01") };
  const [own, other] = [await aJob(811, "2020-04-01"), await aJob(812, "2020-05-01")];
  await anAccount(own.personId, "6217000000000811");
  const once = await anAccount(other.personId, "6217000000000811", true);
  const batchId = value(await draw({ kind: "STABLE_EMPLOYMENT", ...days }));
  const account = async () => (await allFacts(batchId))[0]?.payee.account;
  expect(await account()).toEqual({ holderIsPerson: true, sharedWith: 0, wasRefused: false });
  const lineId = await lineIn(batchId);
  await sent(lineId, once, "WITHDRAWN");
  expect(await account()).toMatchObject({ sharedWith: 0 });
  await sent(lineId, once, "PAID");
  expect(await account()).toMatchObject({ sharedWith: 1, wasRefused: false });
  const failed = await sent(lineId, once, "FAILED");
  expect(await account()).toMatchObject({ sharedWith: 1, wasRefused: true });
  await at.owner.query(
    `UPDATE claim_attempt SET released_at = now(), released_by = $1, released_by_name = '某',
       release_reason = '已核对' WHERE id = $1`,
    [failed],
  );
  expect(await account()).toMatchObject({ wasRefused: false });
});

test("what was paid back is claimed no more, and of what was paid back in part the rest is", async () => {
  const days = { from: day("2020-06-01"), to: day("2020-06-01") };
  await aJob(821);
  const first = value(await draw({ kind: "STABLE_EMPLOYMENT", ...days }));
  const second = value(await draw({ kind: "OUTWORK", ...days }));
  const others = async () =>
    (await allFacts(second))[0]?.others.map(({ kind, amountFen }) => [kind, amountFen]);
  expect(await others()).toEqual([["STABLE_EMPLOYMENT", 50_000]]);
  const lineId = await lineIn(first);
  const back = async (repaidFen: number) => {
    await at.owner.query("SET session_replication_role = replica");
    await at.owner.query(
      `INSERT INTO clawback (id, county_code, line_id, amount_fen, source, reason, state, proposed_by_name,
         proposed_at, decided_at, repaid_on, repaid_fen, voucher_no)
       VALUES ($1, $2, $3, 50000, 'OFFICER', '重复', 'repaid', '某', now(), now(), '2020-09-10', $4, '记-1')`,
      [newId(), COUNTY, lineId, repaidFen],
    );
    await at.owner.query("SET session_replication_role = origin");
  };
  await back(49_999);
  expect(await others()).toEqual([["STABLE_EMPLOYMENT", 1]]);
  await back(1);
  expect(await others()).toEqual([]);
});
