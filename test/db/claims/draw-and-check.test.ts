import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { checkClaim, checkClaimAtConsole } from "~/usecases/claims/check-claim.server";
import { drawClaim, type AskedClaim } from "~/usecases/claims/draw-claim.server";
import { checkLine } from "~/domain/rules/check-line";
import { day } from "~/domain/shared/calendar-date";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import { buildEmployer, buildPlacement } from "#test/builders/placement";
import { aClassReadyToSeal } from "#test/builders/sealed-class";
import { aPost, approved, locked, paid } from "#test/db/posts/wage-support";
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
  await aNumber(at, "claim.trainingPersonDay", 50.5);
});
afterAll(() => at.close());

const draw = (source: AskedClaim["source"], actor = officer) =>
  drawClaim(actor, { countyCode: COUNTY, year: 2020, potId, title: "", source }, AT);
const JUNE_JOBS = { from: day("2020-06-01"), to: day("2020-06-30") };

async function aClass(): Promise<string> {
  const ready = await aClassReadyToSeal({ countyCode: COUNTY, createdBy: officer.userId });
  return ready.classId;
}
const seal = (classId: string) =>
  at.owner.query("UPDATE roster SET state = 'sealed' WHERE class_id = $1", [classId]);

async function aJob(serial: number, evidence = 1): Promise<string> {
  const idNumber = idNumberOf(COUNTY, "1985-06-07", serial);
  const phone = `135${String(serial).padStart(8, "0")}`;
  const person = { idNumber, name: "普光明", countyCode: COUNTY, phone };
  const personId = await buildPerson(at.owner, person);
  return buildPlacement(at.owner, { personId, employerId, startedOn: "2020-06-01", evidence });
}

test("[R14] a training claim is drawn from a sealed class alone, by the days each was there, once", async () => {
  const classId = await aClass();
  const source = { kind: "TRAINING", classId, paysProvider: false } as const;
  expect(await draw(source)).toEqual({ ok: false, refusal: { kind: "notSealed" } });
  await seal(classId);
  const stranger = anActor("caseOfficer", "530381");
  expect(await draw(source, stranger)).toMatchObject({ refusal: { kind: "forbidden" } });
  const batchId = value(await draw(source));
  const { rows } = await at.owner.query(
    `SELECT quantity::float8 AS quantity, rate_fen AS rate, amount_fen AS amount FROM claim_line WHERE batch_id = $1`,
    [batchId],
  );
  expect(rows).toEqual(Array(2).fill({ quantity: 2, rate: 5050, amount: 10_100 }));
  expect(await draw(source)).toEqual({ ok: false, refusal: { kind: "nobody", claimed: 2 } });
});

test("the facts of a class say each proof, and which is missing", async () => {
  const classId = await aClass();
  await seal(classId);
  const batchId = value(await draw({ kind: "TRAINING", classId, paysProvider: false }));
  const whole = {
    isSealed: true,
    sessions: 2,
    sessionsWithMedia: 2,
    classDays: 2,
    attendedDays: 2,
  };
  const all = { verified: true, idNumber: true, contact: true, signature: true, fingerprint: true };
  const [first, second] = await allFacts(batchId);
  expect(first).toMatchObject({
    ...{ kind: "TRAINING", eventOn: "2020-06-01", periodTo: "2020-06-15", claimedOn: "2020-09-20" },
    ...{ placement: null, post: null, others: [], engagements: [] },
    person: { bornOn: "1988-03-04", hasIdNumber: true, hasPhone: true, registry: null },
    payee: { paidTo: "PERSON", account: null },
    pot: { id: potId, receivedFen: 0, committedFen: 0, batchFen: 20_200 },
    training: {
      ...{ ...whole, proofs: all, supervisedByBureau: true, supervisedBySecondedOfficial: true },
      ...{ isCompleted: true, filingApprovedOn: "2020-06-15", planApprovedOn: null, headcount: 2 },
    },
  });
  expect(second?.training).toEqual(first?.training);
  await at.owner.query("SET session_replication_role = replica");
  const taken = `SELECT id FROM roster_line WHERE line_no = 1
    AND roster_id = (SELECT id FROM roster WHERE class_id = '${classId}')`;
  for (const [sql, missing] of [
    [
      `DELETE FROM acknowledgement WHERE element = 'SIGNATURE' AND line_id IN (${taken})`,
      "signature",
    ],
    [`DELETE FROM acknowledgement WHERE line_id IN (${taken})`, "fingerprint"],
    [`UPDATE roster_line SET phone_index = NULL WHERE id IN (${taken})`, "contact"],
  ] as const) {
    await at.owner.query(sql);
    expect((await allFacts(batchId))[0]?.training?.proofs[missing]).toBe(false);
  }
  await at.owner.query("DELETE FROM supervision_record WHERE class_id = $1", [classId]);
  await at.owner.query("DELETE FROM media_item WHERE class_id = $1", [classId]);
  await at.owner.query("SET session_replication_role = origin");
  const [less, other] = await allFacts(batchId);
  expect(less?.training).toMatchObject({ supervisedByBureau: false, sessionsWithMedia: 0 });
  expect(other?.training?.proofs).toEqual(all);
});

test("[R14] a placement with evidence is drawn without a rate at nought; its months and neighbours are facts", async () => {
  const placementId = await aJob(701);
  await aJob(702, 0);
  const source = { kind: "STABLE_EMPLOYMENT", ...JUNE_JOBS } as const;
  const batchId = value(await draw(source));
  const [facts, ...others] = await allFacts(batchId);
  expect(others).toEqual([]);
  expect(facts).toMatchObject({
    ...{ rateFen: null, amountFen: 0, periodFrom: "2020-06-01", periodTo: "2020-06-30" },
    placement: { destination: "SHANGHAI", evidenceCount: 1, provedMonths: 1, hasContract: false },
  });
  expect(facts?.placement).toMatchObject({ isLost: false, intermediary: null });
  const outwork = value(await draw({ kind: "OUTWORK", ...JUNE_JOBS }));
  expect((await allFacts(outwork))[0]?.others).toMatchObject([
    { kind: "STABLE_EMPLOYMENT", sameSource: true, sameCounty: true, sameFund: true },
  ]);
  await at.owner.query("UPDATE placement_evidence SET voided_at = now() WHERE placement_id = $1", [
    placementId,
  ]);
  expect((await allFacts(batchId))[0]?.placement).toMatchObject({
    evidenceCount: 0,
    provedMonths: 0,
  });
});

test("[R14] a month of a post is drawn once it is paid, signed for and locked", async () => {
  const township = "龙川镇";
  await aPost(at, { township, account: "6217001000000018" });
  const sheetId = await approved(township);
  const source = { kind: "POST", from: day("2020-05-01"), to: day("2020-05-01") } as const;
  await paid(at, sheetId, ["6217001000000018"]);
  expect(await draw(source)).toMatchObject({ refusal: { kind: "nobody" } });
  await locked(at, sheetId);
  const [facts] = await allFacts(value(await draw(source)));
  expect(facts).toMatchObject({
    ...{ unit: "PERSON_MONTH", quantity: 1, periodFrom: "2020-05-01", periodTo: "2020-05-31" },
    payee: { account: { holderIsPerson: true, sharedWith: 0, wasRefused: false } },
    post: {
      ...{ isLocked: true, isSigned: true, isPaid: true, rateFen: 100_000, workedDays: 26 },
      ...{ chainFrom: "2020-04-01", chainTo: "2020-09-30", countyIsFlagged: false },
    },
  });
  await at.owner.query("SET session_replication_role = replica");
  await at.owner.query(
    "UPDATE acknowledgement SET voided_at = now() WHERE line_id IN (SELECT id FROM wage_line)",
  );
  await at.owner.query("SET session_replication_role = origin");
  expect((await allFacts(await lastBatch()))[0]?.post?.isSigned).toBe(false);
});

const lastBatch = async () => {
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT id FROM claim_batch ORDER BY created_at DESC, id DESC LIMIT 1",
  );
  return rows[0]?.id ?? "";
};

test("[R15] every check is kept with what it found, and told apart from the one before", async () => {
  const classId = await aClass();
  await seal(classId);
  const batchId = value(await draw({ kind: "TRAINING", classId, paysProvider: false }));
  expect(await checkClaim(anActor("caseOfficer", "530381"), batchId, AT)).toMatchObject({
    refusal: { kind: "notFound" },
  });
  const first = value(await checkClaim(officer, batchId, AT));
  expect(first).toMatchObject({ number: 1, lineCount: 2, difference: null });
  expect(first.byRule).toContainEqual({
    rule: "training/proof-signature",
    pass: 2,
    fail: 0,
    unknown: 0,
  });
  await at.owner.query("SET session_replication_role = replica");
  await at.owner.query(
    `DELETE FROM acknowledgement WHERE element = 'SIGNATURE' AND line_id =
       (SELECT source_id FROM claim_line WHERE batch_id = $1 AND line_no = 1)`,
    [batchId],
  );
  await at.owner.query("SET session_replication_role = origin");
  const second = value(await checkClaimAtConsole(batchId, [COUNTY], AT));
  expect(second.number).toBe(2);
  expect(second.difference).toEqual([{ rule: "training/proof-signature", appeared: 1, gone: 0 }]);
  const { rows } = await at.owner.query<{ facts: object; told: boolean; counted: number }>(
    `SELECT v.facts, v.verdicts @> '[{"rule": "training/proof-signature", "verdict": "fail"}]' AS told,
       l.fail_count - (SELECT count(*) FROM jsonb_array_elements(v.verdicts) x WHERE x ->> 'verdict' = 'fail') AS counted
     FROM claim_verdict v JOIN claim_line l ON l.id = v.line_id WHERE v.run_id = $1 ORDER BY l.line_no`,
    [second.runId],
  );
  expect(rows.map(({ told }) => told)).toEqual([true, false]);
  expect(rows.map(({ counted }) => Number(counted))).toEqual([0, 0]);
  expect(rows.map(({ facts }) => facts)).toEqual(await allFacts(batchId));
  const trail = await inTransaction(officer, (tx) =>
    tx.trailEvent.count({ where: { subjectId: batchId, action: "claim.check" } }),
  );
  expect(trail).toBe(2);
});

test("[R14] those an intermediary sent out are drawn together; another county's claim is told by its days", async () => {
  const placementId = await aJob(710);
  const labourBatchId = newId();
  await at.owner.query("UPDATE employer SET kind = 'INTERMEDIARY' WHERE id = $1", [employerId]);
  await at.owner.query(
    `INSERT INTO labour_batch (id, county_code, intermediary_id, name, organised_on, created_by, created_at)
     VALUES ($1, $2, $3, '六月赴沪', '2020-05-30', $1, now())`,
    [labourBatchId, COUNTY, employerId],
  );
  await at.owner.query("UPDATE placement SET batch_id = $1 WHERE id = $2", [
    labourBatchId,
    placementId,
  ]);
  const batchId = value(await draw({ kind: "AGENCY", labourBatchId }));
  await at.owner.query(
    `INSERT INTO claim_batch (id, county_code, kind, year, number, title, pot_id, source, state,
       created_by, created_by_name, created_at, updated_at)
       VALUES ($1, '530381', 'OUTWORK', 2020, 1, '外县', $2, '{}', 'draft', $1, '某', now(), now())`,
    [labourBatchId, await aPot(at, "530381")],
  );
  await at.owner.query(
    `INSERT INTO claim_line (id, batch_id, county_code, kind, year, line_no, person_id, id_index, name, source_kind,
       source_id, event_on, period_from, period_to, quantity, unit, rate_fen, amount_fen)
     SELECT $1, $1, '530381', 'OUTWORK', 2020, 1, person_id, id_index, name, 'PLACEMENT', $1, '2020-06-10',
       '2020-06-10', '2020-07-09', 1, 'PERSON', 100, 100 FROM claim_line WHERE batch_id = $2`,
    [labourBatchId, batchId],
  );
  const [facts] = await allFacts(batchId);
  expect(facts).toMatchObject({
    payee: { paidTo: "UNIT", account: null },
    placement: { intermediary: { licence: null, batchOn: "2020-05-30" } },
  });
  expect(facts?.others).toEqual([
    {
      ...{ kind: "OUTWORK", sameSource: false, sameCounty: false, sameFund: false, year: 2020 },
      ...{ periodFrom: "2020-06-10", periodTo: "2020-07-09", amountFen: null, isPaid: false },
      standing: "draft",
    },
  ]);
  // Handed in before this one it bars it, and the other way round it does not.
  const rulesOf = async () => {
    const [line] = await allFacts(batchId);
    const judged = line === undefined ? [] : checkLine(line, () => null);
    return judged
      .filter(({ rule, verdict }) => /^overlap/.test(rule.id) && verdict.kind === "fail")
      .map(({ rule }) => rule.id);
  };
  expect(await rulesOf()).toEqual(["overlap/other-drafts"]);
  await at.owner.query(
    "UPDATE claim_batch SET state = 'submitted', submitted_at = now() WHERE id = $1",
    [labourBatchId],
  );
  expect(await rulesOf()).toEqual(["overlap/counties"]);
  await at.owner.query(
    "UPDATE claim_batch SET state = 'submitted', submitted_at = now() - interval '1 day' WHERE id = $1",
    [batchId],
  );
  expect(await rulesOf()).toEqual([]);
});
