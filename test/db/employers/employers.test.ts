import { afterAll, beforeAll, expect, test } from "vitest";
import { searchEmployers } from "~/data/employers/employer-choice-view.server";
import { listEmployers } from "~/data/employers/employer-list-view.server";
import { addEmployer, findEmployerByCode } from "~/data/employers/employer-store.server";
import { viewEmployerTies } from "~/data/employers/employer-ties-view.server";
import { viewEmployer } from "~/data/employers/employer-view.server";
import type { Actor } from "~/domain/access/actor";
import { employerForm } from "~/domain/employers/employer-form";
import { day } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { correctEmployer } from "~/usecases/employers/correct-employer.server";
import { registerEmployer } from "~/usecases/employers/register-employer.server";
import { revealContactPhone } from "~/usecases/employers/reveal-contact-phone.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildPerson } from "#test/builders/person";
import { buildPlacement } from "#test/builders/placement";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const NOW = new Date("2020-06-10T02:00:00Z");
const TODAY = day("2020-06-10");
const HOME = "532324";
const SISTER = "532323";
const officer = anActor("caseOfficer", HOME);
const sister = anActor("caseOfficer", SISTER);
const prefecture = anActor("caseOfficer", "532300");
const auditor = anActor("auditor", HOME);
/** Works for a Shanghai district; reads employers like everybody. */
const outsider: Actor = { ...anActor("districtOfficer", "310114"), counties: [] };
const LOGISTICS = "91310114EGLPXMHH7H";
const ELECTRONICS = "91350100M000100Y43";
const PHONE = "13911112222";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await openTestPlatform();
});
afterAll(() => platform.close());

const form = (change: Record<string, string> = {}) =>
  employerForm.parse({
    ...{ name: "嘉定物流有限公司", kind: "ENTERPRISE", creditCode: LOGISTICS },
    ...change,
  });
const refusal = (kind: string) => ({ ok: false, refusal: { kind } });

async function idOf(creditCode: string): Promise<string> {
  const employer = await inTransaction(outsider, (tx) => findEmployerByCode(tx, creditCode));
  if (employer === null) throw new Error("no such employer");
  return employer.id;
}

test("two counties that enter the same code at once get one employer, and the second is told of it", async () => {
  const outcomes = await Promise.all([
    registerEmployer(officer, HOME, form({ contactPhone: PHONE }), NOW),
    registerEmployer(officer, HOME, form({ contactPhone: PHONE }), NOW),
  ]);
  const [first] = outcomes.filter((outcome) => outcome.ok);
  const [second] = outcomes.filter((outcome) => !outcome.ok);
  expect(second).toMatchObject({ refusal: { kind: "exists", id: first?.ok && first.value } });
  const late = await registerEmployer(sister, SISTER, form(), NOW);
  expect(late).toMatchObject({ refusal: { kind: "exists", id: await idOf(LOGISTICS) } });
});

test("without a code a name is one employer in its county, and another in the next", async () => {
  const household = { name: "李秀兰", kind: "HOUSEHOLD" as const, creditCode: null };
  const add = (actor: Actor, ownerCode: string) =>
    inTransaction(actor, (tx) =>
      addEmployer(tx, { ...household, ownerCode }, { userId: actor.userId, now: NOW }),
    );
  const both = await Promise.all([add(officer, HOME), add(officer, HOME)]);
  expect(new Set(both.map(({ employer }) => employer.id)).size).toBe(1);
  expect(both.filter(({ added }) => added)).toHaveLength(1);
  const next = await add(sister, SISTER);
  expect(next.added).toBe(true);
  expect(next.employer.id).not.toBe(both[0]?.employer.id);
});

test("everybody reads an employer; only who entered it, or the prefecture above, corrects it", async () => {
  const employerId = await idOf(LOGISTICS);
  expect(await viewEmployer(sister, employerId, TODAY)).toMatchObject({
    ...{ mayChange: false, ownerName: "楚雄彝族自治州南华县", regionName: "上海市嘉定区" },
  });
  const asked = { employerId, version: 1 };
  const renamed = form({ name: "嘉定物流有限公司" });
  for (const actor of [sister, auditor, outsider]) {
    expect(await correctEmployer(actor, asked, renamed, NOW)).toEqual(refusal("forbidden"));
  }
  // The wall stands also where a use case would forget to ask.
  const forced = await inTransaction(
    sister,
    (tx) => tx.$executeRaw`UPDATE employer SET name = '改' WHERE id = ${employerId}::uuid`,
  );
  expect(forced).toBe(0);
  expect(await correctEmployer(prefecture, asked, renamed, NOW)).toEqual({ ok: true, value: null });
  expect(await correctEmployer(officer, asked, renamed, NOW)).toEqual(refusal("changedByOthers"));
  const nowhere = { employerId: "00000000-0000-7000-8000-000000000000", version: 1 };
  expect(await correctEmployer(officer, nowhere, renamed, NOW)).toEqual(refusal("notFound"));
});

test("a code that another employer has is not taken, and a new code moves the register with it", async () => {
  const made = await registerEmployer(
    officer,
    HOME,
    form({ name: "福州电子", creditCode: ELECTRONICS }),
    NOW,
  );
  const employerId = made.ok ? made.value : "";
  const asked = { employerId, version: 1 };
  expect(await correctEmployer(officer, asked, form(), NOW)).toEqual(refusal("duplicate"));
  const page = await viewEmployer(officer, employerId, TODAY);
  expect(page).toMatchObject({ name: "福州电子", creditCode: ELECTRONICS, version: 1 });
  expect(page?.regionName).toContain("福州市");
});

test("the contact's phone is sealed, masked, and shown in full only with a trail of it", async () => {
  const employerId = await idOf(LOGISTICS);
  const { rows: stored } = await platform.owner.query<{ sealed: Buffer }>(
    "SELECT contact_phone_sealed AS sealed FROM employer WHERE id = $1",
    [employerId],
  );
  expect(stored[0]?.sealed.toString("latin1")).not.toContain(PHONE);
  const page = await viewEmployer(sister, employerId, TODAY);
  expect(page?.maskedPhone).toBe("139****2222");
  expect(await revealContactPhone(auditor, employerId, NOW)).toEqual(refusal("forbidden"));
  expect(await revealContactPhone(sister, employerId, NOW)).toEqual({ ok: true, value: PHONE });
  const { rows } = await platform.owner.query<{ action: string; detail: string }>(
    "SELECT action, detail FROM trail_event WHERE subject_id = $1 ORDER BY seq",
    [employerId],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    "employer.create",
    "employer.change",
    "employer.revealPhone",
  ]);
  for (const { detail } of rows) expect(detail).not.toContain(PHONE);
  const asked = { employerId, version: 2 };
  expect((await correctEmployer(officer, asked, form({ dropPhone: "on" }), NOW)).ok).toBe(true);
  expect(await revealContactPhone(sister, employerId, NOW)).toEqual(refusal("noPhone"));
});

test("employers are found by part of their name or by the whole code, of one kind where asked", async () => {
  const found = async (text: string, limit = 9) =>
    (await searchEmployers(outsider, text, limit)).map(({ name }) => name);
  expect(await found("物流")).toEqual(["嘉定物流有限公司"]);
  expect(await found(ELECTRONICS.toLowerCase())).toEqual(["福州电子"]);
  expect(await found(ELECTRONICS.slice(0, 17))).toEqual([]);
  expect(await found(" ")).toEqual([]);
  // Households: seen by whose county entered them.
  expect(await searchEmployers(prefecture, "李秀兰", 1)).toHaveLength(1);
  expect(await searchEmployers(prefecture, "李秀兰", 9)).toHaveLength(2);
  expect(await found("李秀兰")).toEqual([]);
  expect(await searchEmployers(outsider, "物流", 9, "INTERMEDIARY")).toEqual([]);
});

test("the list counts people at work in the reader's own counties and pages by name both ways", async () => {
  const employerId = await idOf(LOGISTICS);
  await at(HOME, 1);
  await at(HOME, 2, "2020-06-01");
  await at(SISTER, 3);
  const list = (
    actor: Actor,
    cursor: { after: string | null; before: string | null },
    size = 9,
  ) => {
    const filter = { text: "", kind: "", region: "", onlyAtWork: false };
    return listEmployers(actor, filter, { on: TODAY, cursor, size });
  };
  const top = { after: null, before: null };
  const whole = (await list(officer, top)).rows;
  expect(whole.find(({ id }) => id === employerId)?.atWork).toBe(1);
  const above = (await list(prefecture, top)).rows;
  expect(above.find(({ id }) => id === employerId)?.atWork).toBe(2);
  const names = whole.map(({ id }) => id);
  const first = await list(officer, top, 2);
  const next = await list(officer, { after: first.after, before: null }, 2);
  expect([...first.rows, ...next.rows].map(({ id }) => id)).toEqual(names.slice(0, 4));
  const back = await list(officer, { after: null, before: next.before }, 2);
  expect(back.rows).toEqual(first.rows);
  const { counties } = await viewEmployerTies(officer, { id: employerId, creditCode: null }, TODAY);
  expect(counties).toEqual([
    { countyCode: HOME, countyName: "楚雄彝族自治州南华县", atWork: 1, everPlaced: 2 },
  ]);

  async function at(county: string, serial: number, endedOn: string | null = null) {
    const idNumber = idNumberOf(county, "1990-01-01", serial);
    const person = { idNumber, name: "沙马阿依", countyCode: county, phone: PHONE };
    const personId = await buildPerson(platform.owner, person);
    await buildPlacement(platform.owner, { personId, employerId, endedOn });
  }
});

test("the list narrows to a kind, a register's region and those with people at work", async () => {
  const names = async (change: Record<string, string | boolean>) => {
    const filter = { text: "", kind: "", region: "", onlyAtWork: false, ...change };
    const at = { on: TODAY, cursor: { after: null, before: null }, size: 50 };
    return (await listEmployers(officer, filter, at)).rows.map(({ name }) => name);
  };
  // The sister county's 李秀兰 is a person's name there: see below.
  expect(await names({ kind: "HOUSEHOLD" })).toEqual(["李秀兰"]);
  expect(await names({ region: "310000" })).toEqual(["嘉定物流有限公司"]);
  expect(await names({ region: "350000" })).toEqual(["福州电子"]);
  expect(await names({ onlyAtWork: true })).toEqual(["嘉定物流有限公司"]);
  expect(await names({ text: "%" })).toEqual([]);
});

test("a standing workshop shows on the employer, a withdrawn or lapsed one does not", async () => {
  const employerId = await idOf(LOGISTICS);
  const workshop = (name: string, validTo: string | null, withdrawnOn: string | null) =>
    platform.owner.query(
      `INSERT INTO poverty_workshop (id, county_code, employer_id, name, region_code, recognised_on,
         recognised_by, document_number, valid_to, withdrawn_on, created_by, created_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $1, '2020-01-01', '县扶贫办', '1', $4, $5, $2, now())`,
      [HOME, employerId, name, validTo, withdrawnOn],
    );
  await workshop("到今天", TODAY, null);
  await workshop("昨天到期", "2020-06-09", null);
  await workshop("今天撤销", null, TODAY);
  const { workshops } = await viewEmployerTies(
    officer,
    { id: employerId, creditCode: null },
    TODAY,
  );
  expect(workshops.map(({ name }) => name)).toEqual(["到今天"]);
  expect(
    (await viewEmployerTies(sister, { id: employerId, creditCode: null }, TODAY)).workshops,
  ).toEqual([]);
});

test("a household without a code is read where it was entered and where the reader's own people work, and nowhere else", async () => {
  const household = { name: "杨大姐家", kind: "HOUSEHOLD" as const, creditCode: null };
  const by = { userId: officer.userId, now: NOW };
  const { employer } = await inTransaction(officer, (tx) =>
    addEmployer(tx, { ...household, ownerCode: HOME }, by),
  );
  const { id } = employer;
  await platform.owner.query(
    `INSERT INTO vacancy (id, owner_code, employer_id, kind, title, workplace_code, headcount,
       open_from, created_by, created_at)
     VALUES (gen_random_uuid(), $2, $1, 'OPEN', '住家保姆', '310114', 1, '2020-05-01', $1, now())`,
    [id, HOME],
  );
  const seenBy = async (actor: Actor) => {
    const filter = { text: "杨大姐", kind: "", region: "", onlyAtWork: false };
    const at = { on: TODAY, cursor: { after: null, before: null }, size: 50 };
    const vacancies = await inTransaction(actor, (tx) =>
      tx.vacancy.count({ where: { employerId: id } }),
    );
    return [
      (await listEmployers(actor, filter, at)).rows.length,
      (await searchEmployers(actor, "杨大姐", 20)).length,
      (await viewEmployer(actor, id, TODAY)) === null ? 0 : 1,
      vacancies,
    ];
  };
  for (const actor of [officer, auditor, prefecture]) {
    expect([actor.name, await seenBy(actor)]).toEqual([actor.name, [1, 1, 1, 1]]);
  }
  for (const actor of [sister, outsider]) {
    expect([actor.name, await seenBy(actor)]).toEqual([actor.name, [0, 0, 0, 0]]);
  }
  const idNumber = idNumberOf(SISTER, "1990-01-01", 77);
  const person = { idNumber, name: "杨嫂", countyCode: SISTER, phone: "13900000077" };
  const personId = await buildPerson(platform.owner, person);
  await buildPlacement(platform.owner, { personId, employerId: id });
  expect(await seenBy(sister)).toEqual([1, 1, 1, 1]);
  expect(await seenBy(outsider)).toEqual([0, 0, 0, 0]);
  // With a code it stands in a public register, and whoever enters the code must be led to it.
  await platform.owner.query(
    "UPDATE employer SET credit_code = '92532324MA6K5YQ01X' WHERE id = $1",
    [id],
  );
  expect(await seenBy(outsider)).toEqual([1, 1, 1, 1]);
});
