import { afterAll, beforeAll, expect, test } from "vitest";
import { asIdentity } from "~/platform/prisma/transaction.server";
import * as newClassPage from "~/routes/training/new-class";
import * as newUserPage from "~/routes/access/new-user";
import * as organisationPage from "~/routes/access/organisation";
import * as importPage from "~/routes/rosters/import";
import * as listPage from "~/routes/rosters/list";
import * as peoplePage from "~/routes/people/people";
import * as rosterPage from "~/routes/rosters/roster";
import * as userPage from "~/routes/access/user";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildWorld, PLACES, type World } from "#test/routes/support/access-world";
import { aVisitor, visit } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const OWN = PLACES.own.county;
const FOREIGN = PLACES.foreign.county;
const SOMEBODY = "00000000-0000-4000-8000-000000000000";
const NOBODYS_NUMBER = idNumberOf(OWN, "1971-02-03", 4);
/** What a form has no box for. */
const EXTRA = {
  id: SOMEBODY,
  state: "accepted",
  county_code: FOREIGN,
  createdBy: SOMEBODY,
  created_by: SOMEBODY,
  submittedBy: SOMEBODY,
  reviewedBy: SOMEBODY,
  headcount: "9999",
  version: "1",
  disabledAt: "",
  passwordHash: "x",
  mustChangePassword: "false",
  role: "systemAdministrator",
  __proto__x: "1",
};

let platform: TestPlatform;
let world: World;

beforeAll(async () => {
  platform = await openTestPlatform();
  world = await buildWorld(platform);
});
afterAll(() => platform.close());

async function row(sql: string, ...values: string[]): Promise<Record<string, unknown>> {
  const { rows } = await platform.owner.query<Record<string, unknown>>(sql, values);
  return rows[0] ?? {};
}

test("extra fields of a class's form change neither its id, its county nor who registered it", async () => {
  const { caseOfficer } = world.visitors;
  const typed = { name: "多填班", term: "第1期", trade: "电工", place: "", providerName: "" };
  const form = {
    ...EXTRA,
    ...typed,
    startsOn: "2020-06-01",
    endsOn: "2020-06-15",
    countyCode: OWN,
  };
  const { location } = await visit(newClassPage, "/classes/new", "/classes/new", caseOfficer, form);
  expect(location).toMatch(/^\/classes\/[0-9a-f-]{36}\?created=1$/);
  const made = await row("SELECT * FROM training_class WHERE name = '多填班'");
  expect(made).toMatchObject({ county_code: OWN, created_by: caseOfficer.userId, version: 1 });
  expect(made["id"]).not.toBe(SOMEBODY);
});

test("a class is not registered in another county by naming it", async () => {
  const typed = { name: "越界班", term: "第1期", trade: "电工", place: "", providerName: "" };
  const form = { ...typed, startsOn: "2020-06-01", endsOn: "2020-06-15", countyCode: FOREIGN };
  const officer = world.visitors.caseOfficer;
  expect((await visit(newClassPage, "/classes/new", "/classes/new", officer, form)).status).toBe(
    422,
  );
  expect(await row("SELECT * FROM training_class WHERE name = '越界班'")).toEqual({});
});

test("submitting a roster with more fields than the form has does only what the button says", async () => {
  const { rosterId } = world.objects.own;
  const officer = world.visitors.caseOfficer;
  const path = `/rosters/${rosterId}`;
  const form = { ...EXTRA, intent: "submit" };
  expect((await visit(rosterPage, "/rosters/:rosterId", path, officer, form)).status).toBe(302);
  expect(await row("SELECT * FROM roster WHERE id = $1", rosterId)).toMatchObject({
    state: "submitted",
    county_code: OWN,
    submitted_by: officer.userId,
    reviewed_by: null,
    headcount: 1,
    version: 2,
  });
});

test("an administrator's forms change only what they show", async () => {
  const { organisationId, userId } = world.objects.own;
  const admin = world.visitors.systemAdministrator;
  const path = "/organisations/:organisationId";
  const form = { ...EXTRA, name: "牟定县局", kind: "hrssBureau", regionCode: OWN };
  const saved = await visit(
    organisationPage,
    path,
    `/organisations/${organisationId}`,
    admin,
    form,
  );
  expect(saved.location).toBe("/organisations");
  const before = await row("SELECT * FROM user_account WHERE id = $1", userId);
  const change = { ...EXTRA, intent: "change", name: "改过名", organisationId };
  await visit(userPage, "/users/:userId", `/users/${userId}`, admin, change);
  const after = await row("SELECT * FROM user_account WHERE id = $1", userId);
  expect(after).toEqual({ ...before, name: "改过名", version: 2 });
  expect(await row("SELECT * FROM role_assignment WHERE user_id = $1", userId)).toEqual({});
});

test("an administrator moves nobody and nothing beyond his region", async () => {
  const admin = world.visitors.systemAdministrator;
  const { organisationId: foreign } = world.objects.foreign;
  const made = { account: "sock.puppet", name: "影子", organisationId: foreign };
  expect((await visit(newUserPage, "/users/new", "/users/new", admin, made)).status).toBe(422);
  const { userId, organisationId } = world.objects.own;
  const moved = { intent: "change", version: "2", name: "某文书", organisationId: foreign };
  expect((await visit(userPage, "/users/:userId", `/users/${userId}`, admin, moved)).status).toBe(
    422,
  );
  expect(await row("SELECT organisation_id FROM user_account WHERE id = $1", userId)).toEqual({
    organisation_id: organisationId,
  });
});

test("ids, rows and versions that are none are refused, never an error of the server", async () => {
  const officer = world.visitors.caseOfficer;
  const { importId, rosterId } = world.objects.own;
  const path = `/rosters/imports/${importId}`;
  const forms: readonly Record<string, string>[] = [
    { intent: "cancel", jobId: "x'; DROP TABLE job; --" },
    { intent: "correct", "cell.NaN.name": "李", "cell.5.__proto__": "李", "cell.-1.name": "李" },
    { intent: "decide", "decision.x": "keep", "decision.99999999999": "take" },
  ];
  for (const form of forms) {
    const { status } = await visit(importPage, "/rosters/imports/:importId", path, officer, form);
    expect([302, 422]).toContain(status);
  }
  for (const version of ["", "NaN", "1e309", "-1", "1.5"]) {
    const form = { intent: "submit", version };
    const answer = await visit(
      rosterPage,
      "/rosters/:rosterId",
      `/rosters/${rosterId}`,
      officer,
      form,
    );
    expect(answer.status).toBe(409);
  }
  for (const bad of ["x", "%27", "00000000-0000-0000-0000-00000000000Z"]) {
    const imported = await visit(
      importPage,
      "/rosters/imports/:importId",
      `/rosters/imports/${bad}`,
      officer,
      { intent: "abandon" },
    );
    expect(imported.status).toBe(404);
  }
});

test("a role that has ended opens nothing at the next request", async () => {
  const visitor = await aVisitor("reviewer", OWN);
  const open = () =>
    visit(rosterPage, "/rosters/:rosterId", `/rosters/${world.objects.own.rosterId}`, visitor);
  expect((await open()).status).toBe(200);
  await asIdentity((tx) =>
    tx.roleAssignment.updateMany({
      where: { userId: visitor.userId },
      data: { toOn: new Date("2020-12-31") },
    }),
  );
  expect((await open()).status).toBe(404);
  expect((await visit(listPage, "/rosters", "/rosters", visitor)).status).toBe(403);
});

test("another county's number is answered and recorded like a number that nobody has", async () => {
  const visitor = await aVisitor("caseOfficer", OWN);
  const { idCardNumber } = world.objects.foreign;
  const shape = async (number: string) => [
    await visit(listPage, "/rosters", "/rosters", visitor, { find: number }),
    await visit(peoplePage, "/people", "/people", visitor, { q: number }),
  ];
  expect(await shape(idCardNumber)).toEqual(await shape(NOBODYS_NUMBER));
  const { rows } = await platform.owner.query(
    "SELECT DISTINCT action, subject_id, county_code, detail FROM trail_event WHERE actor_id = $1",
    [visitor.userId],
  );
  expect(rows).toEqual([
    { action: "people.lookUpNumber", subject_id: "", county_code: OWN, detail: '{"found":false}' },
  ]);
});

test("all boxes together answer thirty numbers a minute", async () => {
  const visitor = await aVisitor("caseOfficer", OWN);
  const { rosterId } = world.objects.own;
  const onList = (find: string) => visit(listPage, "/rosters", "/rosters", visitor, { find });
  const onRoster = (find: string) =>
    visit(rosterPage, "/rosters/:rosterId", `/rosters/${rosterId}`, visitor, {
      intent: "find",
      find,
    });
  const people = (q: string) => visit(peoplePage, "/people", "/people", visitor, { q });
  for (let at = 0; at < 10; at += 1) {
    const number = idNumberOf(OWN, "1972-03-04", at);
    const answers = [await onList(number), await onRoster("13900000000"), await people(number)];
    for (const { html } of answers) expect(html).not.toContain("过于频繁");
  }
  for (const box of [onList, onRoster, people]) {
    const answer = await box(world.objects.own.idCardNumber);
    expect(answer.location).toBeNull();
    expect(answer.html).toContain("过于频繁");
  }
  expect((await onList("欧阳")).status).toBe(302);
});
