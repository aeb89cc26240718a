import type pg from "pg";
import { newId } from "~/platform/id.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { buildAccount } from "#test/builders/post";
import { aClassReadyToSeal, someTrainees } from "#test/builders/sealed-class";
import { aPost, approved, linesOf, locked, paid } from "#test/db/posts/wage-support";
import type { TestPlatform } from "#test/support/test-platform";
import { claimAll, type ClaimedBatch } from "./claim-lines";
import { copyEverything, copyRows, spoil } from "./copied-rows";

const COUNTY = "532324";
const officer = anActor("caseOfficer", COUNTY, "李秀兰");

/**
 * A county with a batch of claims of each of the five kinds, `people` × `times` lines each: a class, jobs, jobs through
 * an intermediary and posts of `people` persons with all their proofs, made by the product's own steps, then copied
 * set-wise. One in so many wants a proof, an account or an entry in the registry, works elsewhere or is claimed for by
 * another county, so that every sort of rule has lines on both sides.
 */
export async function aClaimWorld(
  at: Pick<TestPlatform, "owner">,
  { people, times }: { readonly people: number; readonly times: number },
): Promise<readonly ClaimedBatch[]> {
  const { owner } = at;
  await aSealedClass(owner, people);
  await someJobs(owner, people);
  await somePosts(at, people);
  await owner.query("SET session_replication_role = replica");
  await copyEverything(owner, times - 1);
  await inRegistry(owner);
  await spoil(owner);
  await owner.query("SET session_replication_role = origin");
  await someNumbers(owner);
  const batches = await claimAll(owner);
  await owner.query("VACUUM ANALYZE");
  return batches;
}

/** Ten sessions, each with a picture, everybody there. */
async function aSealedClass(owner: pg.Client, people: number): Promise<void> {
  const { classId } = await aClassReadyToSeal({
    ...{ countyCode: COUNTY, createdBy: officer.userId, trainees: someTrainees(COUNTY, people) },
  });
  const [planId, providerId] = [newId(), newId()];
  await owner.query("SET session_replication_role = replica");
  await owner.query(
    `INSERT INTO training_plan (id, county_code, year, title, goal, schedule, duties, measures, state, reviewed_at,
       created_by, created_at) VALUES ($1, $2, 2020, '计划', '', '', '', '', 'approved', '2020-04-01', $1, now())`,
    [planId, COUNTY],
  );
  await owner.query(
    `INSERT INTO training_provider (id, county_code, name, credit_code, trades, created_by, created_at)
     VALUES ($1, $2, '职业技术学校', '12532324MB0000001A', '{家政服务员}', $1, now())`,
    [providerId, COUNTY],
  );
  await owner.query(
    `UPDATE training_class SET plan_id = $1, provider_id = $2, unit_cost_fen = 15000, venue_region = county_code,
       implementer_region = county_code, filing_reviewed_at = '2020-05-20' WHERE id = $3`,
    [planId, providerId, classId],
  );
  await owner.query("UPDATE roster SET state = 'sealed' WHERE class_id = $1", [classId]);
  await owner.query(
    `INSERT INTO payee_account (id, person_id, county_code, holder_name, bank_name, account_index, account_sealed,
       recorded_by, recorded_by_name, recorded_at)
     SELECT gen_random_uuid(), id, county_code, name, '农村信用社', sha256(id_index), '\\x00', id, '某', now() FROM person`,
  );
  const later = { held_on: "to_jsonb(t.held_on - 2 * n)" };
  // Numbers that no copy of the whole class has.
  const more = [-4, -1] as const;
  await copyRows(owner, "class_session", more, { ids: ["id"], set: later });
  await copyRows(owner, "attendance", more, { ids: ["session_id"] });
  await copyRows(owner, "media_item", more, { ids: ["id", "session_id"] });
  await owner.query("SET session_replication_role = origin");
}

/** Half on their own, half sent out by an intermediary; each with a contract, three months' papers and a call. */
async function someJobs(owner: pg.Client, people: number): Promise<void> {
  const employerId = await buildEmployer(owner);
  const [agencyId, labourBatchId] = [newId(), newId()];
  await owner.query(
    `INSERT INTO employer (id, owner_code, name, kind, licence_no, licence_from, licence_to, created_by, created_at)
     VALUES ($1, $2, '楚雄劳务', 'INTERMEDIARY', '滇人社许1号', '2018-03-01', '2023-02-28', $1, now())`,
    [agencyId, COUNTY],
  );
  await owner.query(
    `INSERT INTO labour_batch (id, county_code, intermediary_id, name, organised_on, created_by, created_at)
     VALUES ($1, $2, $3, '六月赴沪', '2020-05-30', $1, now())`,
    [labourBatchId, COUNTY, agencyId],
  );
  for (let n = 0; n < 2 * people; n += 1) {
    const personId = await aPayee(owner, 500 + n);
    const job = { personId, employerId, startedOn: "2020-06-01", evidence: 1 };
    const placementId = await buildPlacement(owner, job);
    if (n % 2 === 1) {
      const sent = "UPDATE placement SET batch_id = $1 WHERE id = $2";
      await owner.query(sent, [labourBatchId, placementId]);
    }
  }
  await owner.query(
    `INSERT INTO placement_evidence (id, county_code, placement_id, kind, from_month, to_month, file_id, file_name,
       media_type, uploaded_by, uploaded_by_name, uploaded_at)
     SELECT gen_random_uuid(), county_code, id, kind, from_month::date, to_month::date, id, 'x.pdf', 'application/pdf',
       id, '某', now()
     FROM placement CROSS JOIN (VALUES ('CONTRACT', NULL, NULL), ('WAGE_SLIP', '2020-06-01', '2020-08-01'))
       AS e (kind, from_month, to_month)`,
  );
  await owner.query(
    `INSERT INTO follow_up (id, county_code, placement_id, person_id, contacted_on, method, outcome, recorded_by,
       recorded_by_name, recorded_at)
     SELECT gen_random_uuid(), county_code, id, person_id, '2020-06-16', 'PHONE', 'ON_JOB', id, '某', now()
     FROM placement`,
  );
}

async function aPayee(owner: pg.Client, serial: number): Promise<string> {
  const idNumber = idNumberOf(COUNTY, "1985-06-07", serial);
  const person = { idNumber, name: "普光明", countyCode: COUNTY, phone: `13500000${serial}` };
  const personId = await buildPerson(owner, person);
  await buildAccount({ personId, countyCode: COUNTY, name: person.name }, `621700100${serial}`);
  return personId;
}

/** May 2020 of as many posts, paid, signed for and locked. */
async function somePosts(at: Pick<TestPlatform, "owner">, people: number): Promise<void> {
  const township = "龙川镇";
  const whole = { ...at, appUrl: "", ownerUrl: "", close: () => Promise.resolve() };
  const accounts = new Map<string, string>();
  for (let n = 0; n < people; n += 1) {
    const account = `621700200${400 + n}`;
    accounts.set((await aPost(whole, { township, account })).personId, account);
  }
  const sheetId = await approved(township);
  const lines = await linesOf(whole, sheetId);
  await paid(
    whole,
    sheetId,
    lines.map(({ personId }) => accounts.get(personId) ?? ""),
  );
  await locked(whole, sheetId);
}

/** All but one in eleven are in the prefecture's export. */
async function inRegistry(owner: pg.Client): Promise<void> {
  const id = newId();
  await owner.query(
    `INSERT INTO registry_snapshot (id, region_code, exported_on, file_id, file_name, file_sha256, operator_id,
       operator_name, state, entry_count, imported_at)
     VALUES ($1, '532300', '2020-05-20', $1, 'x.xlsx', '\\x00', $1, '某', 'ready', 1, now())`,
    [id],
  );
  await owner.query(
    `INSERT INTO registry_entry (snapshot_id, id_index, county_code, id_sealed, name, pinyin_initials, household_no,
       household_head, relation_to_head, ethnicity, household_kind, category, township, village, sheet_row)
     SELECT $1, id_index, county_code, id_sealed, CASE WHEN h % 17 = 0 THEN '某人' ELSE name END, 'm', '1', name, '户主',
       '彝族', '一般农户', CASE WHEN h % 13 = 0 THEN 'AT_RISK' ELSE 'LIFTED' END, '', '',
       (row_number() OVER (ORDER BY id))::int
     FROM person CROSS JOIN LATERAL (SELECT abs(hashtext(id::text)) AS h) AS hashed WHERE h % 11 > 0`,
    [id],
  );
}

/** A number for some of what can be entered, some months apart, so that what is not entered is met too. */
async function someNumbers(owner: pg.Client): Promise<void> {
  for (const [parameter, value, from] of [
    ["claim.trainingPersonDay", 50, "2020-01-01"],
    ["claim.trainingPersonDay", 55, "2020-06-02"],
    ["claim.stablePerson", 500, "2020-01-01"],
    ["claim.stableMinMonths", 3, "2020-01-01"],
    ["claim.agencyPerson", 300, "2020-01-01"],
    ["claim.agencyMinMonths", 4, "2020-01-01"],
    ["claim.postPersonMonth", 800, "2020-01-01"],
    ["claim.outworkShanghai", 1000, "2020-01-01"],
    ["claim.personYearCeiling", 1200, "2020-01-01"],
    ["claim.minAttendancePercent", 80, "2020-01-01"],
    ["claim.windowDays", 60, "2020-01-01"],
    ["claim.maxAge", 60, "2020-01-01"],
  ] as const) {
    await owner.query(
      `INSERT INTO parameter_value (id, region_code, parameter, value, from_on, source, entered_by,
         entered_by_name, entered_at) VALUES ($1, $2, $3, $4, $5, '某县〔2020〕1号', $1, '某', now())`,
      [newId(), COUNTY, parameter, value, from],
    );
  }
}
