import { afterAll, beforeAll, expect, test } from "vitest";
import { inTransaction } from "~/platform/prisma/transaction.server";
import * as exportFile from "~/routes/rosters/export-file";
import * as exportPage from "~/routes/rosters/export";
import * as listPage from "~/routes/rosters/list";
import * as printPage from "~/routes/rosters/print";
import * as removePage from "~/routes/rosters/remove-line";
import * as rosterPage from "~/routes/rosters/roster";
import { idNumberOf } from "#test/builders/id-card-number";
import { buildRoster, type BuiltRoster, type RosterToBuild } from "#test/builders/roster";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";

const COUNTY = "532323";
const OTHER_COUNTY = "532324";
const FULL_ID = /\d{17}[\dXx]/;
const FULL_PHONE = /1[3-9]\d{9}/;
const KAICUI = idNumberOf("532323", "1990-01-01", 2);
const SHARED_PHONE = "13987650001";
const WARNING = {
  sheetRow: 5,
  column: "联系电话",
  kind: "phone-shared",
  severity: "warning",
  message: "同一电话已登记在两人名下，请核对",
} as const;

let database: TestPlatform;
let officer: Visitor;
let reviewer: Visitor;
let supervisor: Visitor;
let stranger: Visitor;
let first: BuiltRoster;
let second: BuiltRoster;

async function built(facts: Partial<RosterToBuild>, county = COUNTY) {
  const scope = { userId: officer.userId, counties: [county] };
  const standard = { countyCode: county, createdBy: officer.userId, trainees: [] };
  return inTransaction(scope, (tx) => buildRoster(tx, { ...standard, ...facts }));
}

beforeAll(async () => {
  database = await openTestPlatform();
  officer = await aVisitor("caseOfficer", COUNTY, "经办甲");
  reviewer = await aVisitor("reviewer", COUNTY, "审核乙");
  supervisor = await aVisitor("prefectureSupervisor", "532300");
  stranger = await aVisitor("caseOfficer", OTHER_COUNTY);
  const shaMa = { name: "沙马·尔布", idCardNumber: idNumberOf("532323", "1990-01-01", 1) };
  const kaiCui = { name: "李开翠", idCardNumber: KAICUI, phone: SHARED_PHONE };
  first = await built({
    name: "电工",
    term: "第1期",
    startsOn: "2020-05-01",
    endsOn: "2020-05-20",
    at: new Date("2020-05-02T01:00:00Z"),
    trainees: [shaMa, { ...kaiCui, findings: [WARNING] }],
  });
  const unverified = { verifiedCategory: null, phone: SHARED_PHONE };
  const third = { name: "李小芬", idCardNumber: idNumberOf("532323", "1991-01-01", 3) };
  second = await built({
    name: "家政服务员",
    term: "第3期",
    at: new Date("2020-06-02T01:00:00Z"),
    trainees: [kaiCui, shaMa, { ...third, ...unverified }],
  });
  const outsider = { name: "李外县", idCardNumber: idNumberOf("532324", "1991-01-01", 3) };
  await built({ name: "姚安班", trainees: [outsider] }, OTHER_COUNTY);
});
afterAll(() => database.close());

const list = (visitor: Visitor | null, query = "", form?: Record<string, string>) =>
  visit(listPage, "/rosters", `/rosters${query}`, visitor, form);
const page = (visitor: Visitor, id: string, query = "", form?: Record<string, string>) =>
  visit(rosterPage, "/rosters/:rosterId", `/rosters/${id}${query}`, visitor, form);

/** Texts of the rows' links, in order. */
function names(html: string): string[] {
  return [...html.matchAll(/<th scope="row"[^>]*><a [^>]*>([^<]*)<\/a>/g)].map(
    ([, name = ""]) => name,
  );
}

test("nobody signed in is sent to sign in", async () => {
  const { location } = await list(null);
  expect(location).toBe("/sign-in?to=%2Frosters");
});

test("[R07] the list shows the rosters of one's own counties, the latest change first", async () => {
  const { html } = await list(officer);
  expect(names(html)).toEqual(["家政服务员（第3期）", "电工（第1期）"]);
  expect(html).not.toContain("姚安班");
  expect(names((await list(supervisor)).html)).toHaveLength(3);
  expect(names((await list(stranger)).html)).toHaveLength(1);
});

test.each([
  ["startsOn", ["电工（第1期）", "家政服务员（第3期）"]],
  ["-startsOn", ["家政服务员（第3期）", "电工（第1期）"]],
  ["headcount", ["电工（第1期）", "家政服务员（第3期）"]],
  ["updated", ["电工（第1期）", "家政服务员（第3期）"]],
])("the list is ordered by %s", async (sort, expected) => {
  expect(names((await list(officer, `?sort=${sort}`)).html)).toEqual(expected);
});

test.each([
  ["class=%E7%94%B5%E5%B7%A5", ["电工（第1期）"]],
  ["state=submitted", []],
  ["state=draft", ["家政服务员（第3期）", "电工（第1期）"]],
  ["county=532324", []],
  ["problems=1", ["家政服务员（第3期）", "电工（第1期）"]],
])("the list is narrowed down by %s", async (query, expected) => {
  expect(names((await list(officer, `?${query}`)).html)).toEqual(expected);
});

test("the list counts people, verified and not, and problems", async () => {
  const { html } = await list(officer, "?sort=startsOn");
  const text = html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  expect(text).toMatch(/第3期） 牟定县 2020-06-01 3 ✓ 已查验 2 ! ，未查验 1 0/);
  expect(text).toMatch(/第1期） 牟定县 2020-05-01 2 ✓ 已查验 2 1 人/);
});

test.each([
  ["李", ["李小芬", "李开翠", "李开翠"]],
  ["李开", ["李开翠", "李开翠"]],
  ["lkc", ["李开翠", "李开翠"]],
  ["LX", ["李小芬"]],
  ["开翠", []],
])("a search for %s finds the lines of one's counties", async (text, expected) => {
  const { html } = await list(officer, `?q=${encodeURIComponent(text)}`);
  expect(names(html).sort()).toEqual([...expected].sort());
  expect(html).not.toContain("李外县");
});

test("a name goes into the address, a number becomes the id of a line", async () => {
  const named = await list(officer, "", { find: " 李 开翠 " });
  expect(named.location).toBe(`/rosters?q=${encodeURIComponent("李开翠")}`);
  const third = idNumberOf("532323", "1991-01-01", 3);
  const { location } = await list(officer, "", { find: third });
  expect(location).toBe(`/rosters/${second.id}?line=${second.lineIds[2]}`);
  const spaced = await list(officer, "", { find: `${third.slice(0, 6)} ${third.slice(6)}` });
  expect(spaced.location).toBe(location);
});

test("a number on several rosters lists its lines without saying the number", async () => {
  for (const [find, expected] of [
    [KAICUI, ["李开翠", "李开翠"]],
    [SHARED_PHONE, ["李小芬", "李开翠", "李开翠"]],
  ] as const) {
    const { location } = await list(officer, "", { find });
    expect(location).toMatch(/^\/rosters\?same=(idCard|phone)&as=[0-9a-f-]{36}$/);
    const { html } = await list(officer, (location ?? "").replace("/rosters", ""));
    expect(names(html).sort()).toEqual([...expected].sort());
  }
});

test("a number nobody has here, or only another county, is told without being repeated", async () => {
  for (const [visitor, find] of [
    [officer, idNumberOf("532323", "1970-01-01", 9)],
    [stranger, KAICUI],
    [officer, KAICUI.slice(0, 15)],
  ] as const) {
    const answer = await list(visitor, "", { find });
    expect([answer.status, answer.location]).toEqual([422, null]);
    expect(answer.html).toMatch(/没有这个号码|号码不完整/);
    expect(answer.html).not.toContain(find);
  }
});

test("[R02] neither list nor page shows any number in full", async () => {
  for (const { html } of [
    await list(officer),
    await list(officer, "?q=l"),
    await page(officer, first.id),
    await page(supervisor, second.id, `?line=${second.lineIds[0]}`),
    await visit(
      removePage,
      "/rosters/:rosterId/lines/:lineId/remove",
      `/rosters/${first.id}/lines/${first.lineIds[0]}/remove`,
      officer,
    ),
  ]) {
    const shown = html.replace(/(href|action|value|id|for)="[^"]*"/g, "");
    expect(shown).not.toMatch(FULL_ID);
    expect(shown).not.toMatch(FULL_PHONE);
  }
  const { html } = await page(officer, first.id);
  expect(html).toContain(`532323********${KAICUI.slice(-4)}`);
  expect(html).toContain("139****0001");
});

test("the page shows verification, problems and what the role may do", async () => {
  const { html } = await page(officer, second.id);
  expect(html).toContain("截至 2020-05-20");
  expect(html).toContain("未查验");
  expect((await page(officer, first.id)).html).toContain(WARNING.message);
  expect(html).toContain(">报送<");
  expect(html).toContain("移除");
  const seen = await page(reviewer, second.id);
  expect(seen.html).not.toMatch(/>报送<|>移除<|>核定</);
});

test("lines are narrowed down by name and by what needs a look", async () => {
  expect(names((await page(officer, second.id, "?q=lx")).html)).toEqual(["李小芬"]);
  expect(names((await page(officer, second.id, "?show=unverified")).html)).toEqual(["李小芬"]);
  expect(names((await page(officer, first.id, "?show=problems")).html)).toEqual(["李开翠"]);
  expect(names((await page(officer, first.id, "?show=unverified")).html)).toEqual([]);
});

test("[R07] another county's roster is not there, whatever page of it is asked for", async () => {
  const { id } = first;
  const [lineId = ""] = first.lineIds;
  const remove = "/rosters/:rosterId/lines/:lineId/remove";
  const answers = await Promise.all([
    page(stranger, id),
    page(stranger, id, "", { intent: "submit", version: "1" }),
    page(stranger, "no-id"),
    visit(exportPage, "/rosters/:rosterId/export", `/rosters/${id}/export`, stranger),
    visit(exportFile, "/rosters/:rosterId/export/file", `/rosters/${id}/export/file`, stranger, {
      numbers: "masked",
    }),
    visit(printPage, "/rosters/:rosterId/print", `/rosters/${id}/print`, stranger),
    visit(printPage, "/rosters/:rosterId/print", `/rosters/${id}/print`, stranger, {
      purpose: "签字",
    }),
    visit(removePage, remove, `/rosters/${id}/lines/${lineId}/remove`, stranger),
    visit(removePage, remove, `/rosters/${id}/lines/${lineId}/remove`, stranger, { reason: "错" }),
  ]);
  expect(answers.map(({ status, html }) => [status, html])).toEqual(answers.map(() => [404, ""]));
});

test("[R07] from submission by return to acceptance, by officer and reviewer", async () => {
  const { id } = await built({
    trainees: [{ name: "李开翠", idCardNumber: idNumberOf("532323", "1993-01-01", 4) }],
  });
  const step = async (visitor: Visitor, intent: string, version: string, reason = "") =>
    page(visitor, id, "", { intent, version, reason });
  expect((await step(reviewer, "submit", "1")).status).toBe(403);
  expect((await step(officer, "submit", "1")).location).toBe(`/rosters/${id}?done=submit`);
  const stale = await step(officer, "submit", "1");
  expect(stale.status).toBe(409);
  expect(stale.html).toContain("页面已被他人更新");
  const bare = await step(reviewer, "return", "2");
  expect(bare.status).toBe(422);
  expect(bare.html).toContain("请写明退回的原因");
  expect((await step(reviewer, "return", "2", "住址不全")).location).toBe(
    `/rosters/${id}?done=return`,
  );
  expect((await page(officer, id)).html).toContain("退回原因：住址不全");
  await step(officer, "submit", "3");
  expect((await step(reviewer, "accept", "4")).location).toBe(`/rosters/${id}?done=accept`);
  const { html } = await page(officer, id);
  expect(html).toContain("已核定");
  const told = [...html.matchAll(/font-medium text-slate-900">([^<]+)</g)].map(([, t]) => t);
  expect(told).toEqual(["核定", "报送", "退回", "报送"]);
});

test("a person is taken off by his own page, and the reason is asked for", async () => {
  const trainee = { name: "李小美", idCardNumber: idNumberOf("532323", "1994-01-01", 5) };
  const { id, lineIds } = await built({ trainees: [trainee] });
  const remove = (visitor: Visitor, form?: Record<string, string>) =>
    visit(
      removePage,
      "/rosters/:rosterId/lines/:lineId/remove",
      `/rosters/${id}/lines/${lineIds[0]}/remove`,
      visitor,
      form,
    );
  expect((await remove(reviewer)).status).toBe(403);
  expect((await remove(officer, { reason: "" })).html).toContain("请写明移除的原因");
  expect((await remove(officer, { reason: "未到课" })).location).toBe(`/rosters/${id}?done=remove`);
  expect((await page(officer, id)).html).toContain("第 1 号 李小美：未到课");
});
