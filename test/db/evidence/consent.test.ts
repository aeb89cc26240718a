import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { findStandingConsent } from "~/data/evidence/consent-store.server";
import { viewPersonConsents } from "~/data/evidence/person-consents-view.server";
import type { Actor } from "~/domain/access/actor";
import type { ConsentPurpose } from "~/domain/evidence/consent";
import { NOTICE_HEADINGS } from "~/domain/evidence/notice";
import { readStoredFile } from "~/platform/evidence-store.server";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { createSigningLinks } from "~/usecases/evidence/create-signing-links.server";
import { issueNotice } from "~/usecases/evidence/issue-notice.server";
import { lookAtLink } from "~/usecases/evidence/open-signing-link.server";
import { recordConsent } from "~/usecases/evidence/record-consent.server";
import { takeCloseUp } from "~/usecases/evidence/take-close-up.server";
import { openProofPicture } from "~/usecases/evidence/open-proof-picture.server";
import { withdrawConsent } from "~/usecases/evidence/withdraw-consent.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster } from "#test/builders/roster";
import { aPhotograph } from "#test/builders/photograph";
import { giveConsent, linkFor, signOnPhone } from "#test/builders/signing";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-06-15T02:00:00Z");

let at: TestPlatform;
let officer: Actor;
let rosterId = "";
let lineId = "";
let personId = "";
let people = 100;

beforeAll(async () => {
  at = await openTestPlatform();
  officer = anActor("caseOfficer", COUNTY, "李秀兰");
});
afterAll(() => at.close());

beforeEach(async () => {
  people += 1;
  const trainees = [{ name: "杨木犀", idCardNumber: idNumberOf(COUNTY, "1990-01-01", people) }];
  const built = await inTransaction(officer, (tx) =>
    buildRoster(tx, { countyCode: COUNTY, createdBy: officer.userId, trainees }),
  );
  rosterId = built.id;
  lineId = built.lineIds[0] ?? "";
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT person_id AS id FROM roster_line WHERE id = $1",
    [lineId],
  );
  personId = rows[0]?.id ?? "";
});

const standing = (purpose: ConsentPurpose) =>
  inTransaction(officer, (tx) => findStandingConsent(tx, { lineId }, purpose));
const withdraw = (purpose: ConsentPurpose) =>
  withdrawConsent(officer, { personId, purpose, way: "inPerson", reason: "本人要求" }, NOW);

async function switchOn(value: number, fromOn = "2020-06-15") {
  await at.owner.query("DELETE FROM parameter_value");
  await at.owner.query(
    `INSERT INTO parameter_value (id, region_code, parameter, value, from_on, source, entered_by,
       entered_by_name, entered_at)
     VALUES (gen_random_uuid(), $1, 'fingerprint.closeUp', $2, $3, '县局通知', gen_random_uuid(), '测试', now())`,
    [COUNTY, value, fromOn],
  );
}

const closeUp = async () =>
  takeCloseUp(officer, { rosterId, lineId, photo: await aPhotograph() }, NOW);

async function pictureOf(proofId: string): Promise<string> {
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT file_id AS id FROM acknowledgement WHERE id = $1",
    [proofId],
  );
  return (await readStoredFile(rows[0]?.id ?? "")).toString("latin1");
}

test("[R02] each purpose is a consent of its own: one given or withdrawn says nothing of the others", async () => {
  await signOnPhone(officer, { rosterId, lineId }, NOW, { agreedTo: ["service"] });
  await giveConsent(officer, personId, "employerReferral", NOW);
  expect(await standing("service")).toMatchObject({ method: "ownPhone" });
  expect(await standing("employerReferral")).toMatchObject({ method: "paper" });
  expect(await standing("fingerprintImage")).toBeNull();
  expect(await withdraw("employerReferral")).toMatchObject({ ok: true });
  expect(await standing("employerReferral")).toBeNull();
  expect(await standing("service")).not.toBeNull();
  expect(await withdraw("employerReferral")).toMatchObject({ refusal: { kind: "nothingStands" } });
});

test("a consent on paper is of a day that has come, and stands once", async () => {
  const form = {
    personId,
    purpose: "service",
    givenOn: day("2020-06-16"),
    witness: "李秀兰",
  } as const;
  expect(await recordConsent(officer, form, NOW)).toMatchObject({ refusal: { kind: "inFuture" } });
  const early = { ...form, givenOn: day("2019-12-31") };
  expect(await recordConsent(officer, early, NOW)).toMatchObject({ refusal: { kind: "noNotice" } });
  const today = { ...form, givenOn: day("2020-06-15") };
  expect(await recordConsent(officer, today, NOW)).toMatchObject({ ok: true });
  expect(await recordConsent(officer, today, NOW)).toMatchObject({
    refusal: { kind: "alreadyStands" },
  });
  const auditor = anActor("auditor", COUNTY);
  expect(await recordConsent(auditor, today, NOW)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
});

test("[R02] service withdrawn: open links end, none is given any more, the signature stays", async () => {
  await signOnPhone(officer, { rosterId, lineId }, NOW, { agreedTo: ["service"] });
  const token = await linkFor(officer, { rosterId, lineId }, NOW);
  expect(await withdraw("service")).toMatchObject({ ok: true });
  expect((await lookAtLink(token, NOW)).open).toBeNull();
  const asked = { rosterId, lineId, way: "ownPhone" } as const;
  expect(await createSigningLinks(officer, asked, NOW)).toMatchObject({
    refusal: { kind: "withdrawn", name: "杨木犀" },
  });
  const { rows } = await at.owner.query(
    "SELECT id FROM acknowledgement WHERE line_id = $1 AND voided_at IS NULL",
    [lineId],
  );
  expect(rows).toHaveLength(1);
  await giveConsent(officer, personId, "service", NOW);
  expect(await createSigningLinks(officer, asked, NOW)).toMatchObject({ ok: true });
});

test("[R02] a close-up is taken only where it is switched on that day and the person agreed to this very thing", async () => {
  await at.owner.query("DELETE FROM parameter_value");
  await giveConsent(officer, personId, "fingerprintImage", NOW);
  expect(await closeUp()).toMatchObject({ refusal: { kind: "notSwitchedOn" } });
  await switchOn(1, "2020-06-16");
  expect(await closeUp()).toMatchObject({ refusal: { kind: "notSwitchedOn" } });
  await switchOn(0);
  expect(await closeUp()).toMatchObject({ refusal: { kind: "notSwitchedOn" } });
  await switchOn(1);
  expect(await closeUp()).toMatchObject({ ok: true });
  await withdraw("fingerprintImage");
  await giveConsent(officer, personId, "service", NOW);
  expect(await closeUp()).toMatchObject({ refusal: { kind: "noConsent" } });
});

test("[R02] withdrawn, the close-up is void and its picture opens for nobody, also under a seal", async () => {
  await switchOn(1);
  for (const isSealed of [false, true]) {
    await giveConsent(officer, personId, "fingerprintImage", NOW);
    expect(await closeUp()).toMatchObject({ ok: true });
    const { rows } = await at.owner.query<{ id: string }>(
      "SELECT id FROM acknowledgement WHERE line_id = $1 AND voided_at IS NULL",
      [lineId],
    );
    const proofId = rows[0]?.id ?? "";
    expect(await openProofPicture(officer, proofId, NOW)).toMatchObject({ ok: true });
    expect(await pictureOf(proofId)).not.toContain("CanaryCam");
    if (isSealed)
      await at.owner.query("UPDATE roster SET state = 'sealed' WHERE id = $1", [rosterId]);
    expect(await withdraw("fingerprintImage")).toMatchObject({ ok: true });
    expect(await openProofPicture(officer, proofId, NOW)).toMatchObject({
      refusal: { kind: "withdrawn" },
    });
    const after = await at.owner.query<{ void: boolean }>(
      "SELECT voided_at IS NOT NULL AS void FROM acknowledgement WHERE id = $1",
      [proofId],
    );
    expect(after.rows).toEqual([{ void: !isSealed }]);
  }
});

test("[R02] a close-up taken while its consent is being withdrawn is not taken", async () => {
  await switchOn(1);
  await giveConsent(officer, personId, "fingerprintImage", NOW);
  await at.owner.query("BEGIN");
  await at.owner.query("UPDATE consent SET withdrawn_at = now() WHERE person_id = $1", [personId]);
  const taking = closeUp();
  // Until the withdrawal is over, it waits; it must not have been taken before.
  await vi.waitFor(async () => {
    const { rows } = await at.owner.query(
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
    );
    expect(rows).toHaveLength(1);
  });
  await at.owner.query("COMMIT");
  expect(await taking).toMatchObject({ refusal: { kind: "noConsent" } });
});

test("what is no picture is no close-up", async () => {
  await switchOn(1);
  await giveConsent(officer, personId, "fingerprintImage", NOW);
  const photo = await aPhotograph(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"));
  expect(await takeCloseUp(officer, { rosterId, lineId, photo }, NOW)).toMatchObject({
    refusal: { kind: "noPicture" },
  });
});

test("a prefecture issues the next version for its area from today on; a county officer issues none", async () => {
  const prefecture = anActor("prefectureSupervisor", "532300", "王主管");
  const texts = NOTICE_HEADINGS.map((heading) => `${heading}：我州的说法如下。`);
  const form = { purpose: "service", regionCode: "532300", title: "我州告知书", texts } as const;
  const issue = (inForceFrom: string, who = prefecture, regionCode: string = form.regionCode) =>
    issueNotice(who, { ...form, regionCode, texts, inForceFrom: day(inForceFrom) }, NOW);
  expect(await issue("2020-06-14")).toMatchObject({ refusal: { kind: "inPast" } });
  expect(await issue("2020-06-15", officer)).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await issue("2020-06-15", prefecture, "530300")).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  const outcome = await issue("2020-06-15");
  await giveConsent(officer, personId, "service", NOW);
  const noticeId = outcome.ok ? outcome.value.noticeId : "";
  expect(await standing("service")).toMatchObject({ noticeId });
  const { rows } = await at.owner.query<{ version: number }>(
    "SELECT version FROM consent_notice WHERE id = $1",
    [noticeId],
  );
  expect(rows).toEqual([{ version: 2 }]);
});

test("[R02] whom the registry keeps in another county withdraws where he was asked", async () => {
  await signOnPhone(officer, { rosterId, lineId }, NOW, { agreedTo: ["employerReferral"] });
  await at.owner.query("UPDATE person SET county_code = '532301' WHERE id = $1", [personId]);
  const page = await viewPersonConsents(officer, personId, "2020-06-15");
  expect(page).toMatchObject({ name: "杨木犀", standing: ["employerReferral"], mayRecord: true });
  expect(await withdraw("employerReferral")).toMatchObject({ ok: true });
  expect(await standing("employerReferral")).toBeNull();
  const stranger = anActor("caseOfficer", "532322");
  expect(await viewPersonConsents(stranger, personId, "2020-06-15")).toBeNull();
});
