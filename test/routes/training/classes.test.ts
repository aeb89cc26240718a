import { afterAll, beforeAll, expect, test } from "vitest";
import { listOpenClasses } from "~/data/training/class-view.server";
import { ROLES, type Role } from "~/domain/access/role";
import { POLICY } from "~/domain/access/role-actions";
import type { RosterState } from "~/domain/rosters/roster";
import { trainingClassForm } from "~/domain/training/training-class";
import { inTransaction } from "~/platform/prisma/transaction.server";
import * as classPage from "~/routes/training/class";
import * as listPage from "~/routes/training/classes";
import * as newPage from "~/routes/training/new-class";
import { createClass } from "~/usecases/training/create-class.server";
import { anActor } from "#test/builders/actor";
import { buildClass, buildRoster } from "#test/builders/roster";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532323";
const NOW = new Date("2020-06-20T02:00:00Z");
const FORM = {
  countyCode: COUNTY,
  name: "电工",
  term: "第1期",
  trade: "电工",
  place: "",
  providerName: "",
  startsOn: "2020-06-01",
  endsOn: "2020-06-15",
};

let database: TestPlatform;
let officer: Visitor;

beforeAll(async () => {
  database = await openTestPlatform();
  officer = await aVisitor("caseOfficer", COUNTY);
});
afterAll(() => database.close());

const create = (visitor: Visitor, changes: Partial<typeof FORM> = {}) =>
  visit(newPage, "/classes/new", "/classes/new", visitor, { ...FORM, ...changes });
const list = (visitor: Visitor, query = "") =>
  visit(listPage, "/classes", `/classes${query}`, visitor);
const open = (visitor: Visitor, address: string) =>
  visit(classPage, "/classes/:classId", address, visitor);

function labels(html: string): string[] {
  return [...html.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]*)<\/a>/g)].map(([, t = ""]) => t);
}

test("a registered class is shown with the way to its roster, and leaves a trail", async () => {
  const { location } = await create(officer, { term: "第2期" });
  expect(location).toMatch(/^\/classes\/[0-9a-f-]{36}\?created=1$/);
  const { html } = await open(officer, location ?? "");
  expect(html).toContain("电工（第2期）");
  expect(html).toContain("牟定县");
  const id = (location ?? "").slice("/classes/".length, -"?created=1".length);
  expect(html).toContain(`/rosters/import?class=${id}`);
  const { rows } = await database.owner.query(
    "SELECT action, county_code FROM trail_event WHERE subject_id = $1",
    [id],
  );
  expect(rows).toEqual([{ action: "class.create", county_code: COUNTY }]);
});

test("the same class twice is refused with what is typed kept; another term is taken", async () => {
  await create(officer);
  const again = await create(officer);
  expect(again.status).toBe(422);
  expect(again.html).toContain("该县已登记过名称、期次和开班日期都相同的培训班");
  expect(again.html).toContain('value="2020-06-15"');
  expect((await create(officer, { term: "第9期" })).location).not.toBeNull();
});

test("of the same class registered twice at once one stands", async () => {
  const actor = anActor("caseOfficer", COUNTY);
  const form = trainingClassForm.parse({ ...FORM, term: "同时期" });
  const outcomes = await Promise.all([
    createClass(actor, form, NOW),
    createClass(actor, form, NOW),
  ]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({ refusal: { kind: "duplicate" } });
});

test.each(ROLES)("[R07] %s registers a class as the policy says", async (role: Role) => {
  const seats: Partial<Record<Role, string>> = {
    prefectureSupervisor: "532300",
    districtOfficer: "310113",
  };
  const form = trainingClassForm.parse({ ...FORM, term: role });
  const outcome = await createClass(anActor(role, seats[role] ?? COUNTY), form, NOW);
  expect(outcome.ok).toBe(POLICY[role].includes("class.write"));
});

test("[R07] nobody registers a class of another county, nor opens one", async () => {
  const stranger = await aVisitor("caseOfficer", "532324");
  const refused = await create(stranger, { term: "外县期" });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain("您没有在该县（市、区）登记培训班的权限");
  const { location } = await create(officer, { term: "第8期" });
  expect((await open(stranger, location ?? "")).status).toBe(404);
  expect((await open(officer, "/classes/no-id")).status).toBe(404);
  expect(labels((await list(stranger)).html)).toEqual([]);
  const reviewer = await aVisitor("reviewer", COUNTY);
  const form = await visit(newPage, "/classes/new", "/classes/new", reviewer);
  expect(form.status).toBe(403);
});

test("the list is paged by key, forth and back, and narrowed down by year", async () => {
  const county = "532325";
  const actor = anActor("caseOfficer", county);
  await inTransaction(actor, async (tx) => {
    for (let number = 1; number <= 120; number += 1) {
      const startsOn = number <= 20 ? "2019-03-01" : `2020-0${1 + (number % 9)}-01`;
      const facts = { countyCode: county, createdBy: actor.userId, term: String(number) };
      await buildClass(tx, { ...facts, startsOn, endsOn: "2020-12-01" });
    }
  });
  const visitor = await aVisitor("reviewer", county);
  const pages = [];
  let query = "?size=50";
  for (;;) {
    const { html } = await list(visitor, query);
    pages.push(labels(html));
    const next = /href="[^"]*(after=[0-9a-f-]{36})[^"]*"[^>]*>下一页/.exec(html);
    if (next === null) break;
    query = `?size=50&${next[1]}`;
  }
  expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
  expect(new Set(pages.flat()).size).toBe(120);
  const last = await list(visitor, query);
  const back = /href="[^"]*(before=[0-9a-f-]{36})[^"]*"[^>]*>上一页/.exec(last.html);
  expect(labels((await list(visitor, `?size=50&${back?.[1]}`)).html)).toEqual(pages[1]);
  expect(labels((await list(visitor, "?year=2019")).html)).toHaveLength(20);
});

test("open classes are those without a roster, or whose roster the county holds", async () => {
  const county = "532326";
  const actor = anActor("caseOfficer", county);
  const facts = { countyCode: county, createdBy: actor.userId, trainees: [] };
  await inTransaction(actor, async (tx) => {
    await buildClass(tx, { ...facts, name: "无", startsOn: "2020-05-01" });
    const states: readonly RosterState[] = ["draft", "submitted", "returned", "accepted"];
    for (const state of states) await buildRoster(tx, { ...facts, state, name: state });
  });
  const open = await listOpenClasses(actor, "2020-06-20");
  const names = open.map(({ label }) => label.replace(/（.*/, ""));
  expect([...names].sort()).toEqual(["draft", "returned", "无"].sort());
  expect(open.at(-1)).toMatchObject({ countyName: "大姚县", startsOn: "2020-05-01" });
  expect(await listOpenClasses(anActor("reviewer", county), "2020-06-20")).toEqual([]);
});
