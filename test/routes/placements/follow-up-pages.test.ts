import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "~/domain/shared/calendar-date";
import { addMonths } from "~/domain/shared/months";
import { dayInChina, now } from "~/platform/clock.server";
import * as helpPage from "~/routes/placements/follow-up-help";
import * as listPage from "~/routes/placements/follow-ups";
import * as entryPage from "~/routes/placements/placement-follow-ups";
import * as retentionPage from "~/routes/placements/retention";
import { anEmployer, aPlacement, COUNTY, PHONE } from "#test/db/placements/follow-up-support";
import { aVisitor, visit, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
let employerId: string;
let station: Visitor;

beforeAll(async () => {
  at = await openTestPlatform();
  employerId = await anEmployer(at);
  station = await aVisitor("labourStationOfficer", COUNTY);
});
afterAll(() => at.close());

const list = (query = "", form?: Record<string, string>) =>
  visit(listPage, "/follow-ups", `/follow-ups${query}`, station, form);
const entry = (id: string, form?: Record<string, string>) =>
  visit(
    entryPage,
    "/placements/:placementId/follow-ups",
    `/placements/${id}/follow-ups`,
    station,
    form,
  );

const standing = (id: string) =>
  at.owner
    .query<Record<string, unknown>>(
      `SELECT last_outcome AS outcome, ended_on::text AS ended, end_reason AS reason, version
       FROM placement WHERE id = $1`,
      [id],
    )
    .then(({ rows }) => rows[0]);

test("[R24] a button of the row records the outcome without a script and comes back to the same list", async () => {
  const startedOn = addDays(dayInChina(now()), -16);
  const due = { startedOn, nextFollowUpOn: addDays(startedOn, 15) };
  const { id, name } = await aPlacement(at, employerId, due);
  const { html } = await list("?tab=overdue");
  expect(html).toContain(name);
  expect(html).toMatch(/共\s*<?[^条]*条/);
  expect(html).toContain(`value="ON_JOB ${id} 1"`);
  const { location } = await list("?tab=overdue", { quick: `ON_JOB ${id} 1` });
  expect(location).toBe(
    `/follow-ups?tab=overdue&done=ON_JOB&of=${id}&next=${addMonths(startedOn, 1)}`,
  );
  expect(await standing(id)).toMatchObject({ outcome: "ON_JOB", version: 2 });
  const after = await list(location?.slice("/follow-ups".length));
  expect(after.html).toContain(`已登记：在岗。下次回访 ${addMonths(startedOn, 1)}。`);
  expect(after.html).toContain(`href="/placements/${id}/follow-ups"`);
});

test("[R24] when nobody is to be asked any more the page says so, and counts what was missed", async () => {
  const { id } = await aPlacement(at, employerId, { startedOn: "2019-10-01" });
  const { location } = await list("", { quick: `ON_JOB ${id} 1` });
  const { html } = await list(location?.slice("/follow-ups".length));
  expect(html).toContain("已登记：在岗。不再安排回访。");
  expect((await entry(id)).html).toContain("应回访 5 次：逾期 1 次，缺 4 次");
});

test("[R24] a lost person's page says so at its head", async () => {
  const { id } = await aPlacement(at, employerId);
  await entry(id, { outcome: "LOST", contactedOn: "2020-05-21", method: "PHONE", version: "1" });
  expect((await entry(id)).html).toMatch(/失联<\/span><\/h1>/);
});

test("[R24] a slip of the finger is voided with a reason, struck through, and proves nothing any more", async () => {
  const { id } = await aPlacement(at, employerId);
  await list("", { quick: `ON_JOB ${id} 1` });
  const voidId = /name="voidId" value="([^"]+)"/.exec((await entry(id)).html)?.[1] ?? "";
  const without = await entry(id, { voidId, reason: " " });
  expect([without.status, without.html.includes("请写明作废的原因")]).toEqual([422, true]);
  const { location } = await entry(id, { voidId, reason: "按错行" });
  expect(location).toBe(`/placements/${id}/follow-ups?done=void`);
  const { html } = await entry(id);
  expect(html).toContain("回访记录（0 次，另有作废 1 次）");
  expect(html).toMatch(/line-through[^>]*>在岗/);
  expect(html).toContain("按错行");
  expect(html).not.toContain("voidId");
  expect(await standing(id)).toMatchObject({ outcome: null, version: 3 });
});

test("[R24] a row somebody else has just recorded says so, and changes nothing", async () => {
  const { id } = await aPlacement(at, employerId);
  await list("", { quick: `NO_ANSWER ${id} 1` });
  const second = await list("", { quick: `ON_JOB ${id} 1` });
  expect(second.status).toBe(422);
  expect(second.html).toContain("刚被他人更新");
  expect(await standing(id)).toMatchObject({ outcome: "NO_ANSWER", version: 2 });
});

test("[R24] one key ends no job: that takes the last day worked", async () => {
  const { id } = await aPlacement(at, employerId);
  const quick = await list("", { quick: `RETURNED_HOME ${id} 1` });
  expect([quick.status, await standing(id)]).toEqual([
    422,
    { outcome: null, ended: null, reason: "", version: 1 },
  ]);
  const typed = { outcome: "RETURNED_HOME", contactedOn: "2020-05-21", method: "VISIT" };
  const without = await entry(id, { ...typed, version: "1", note: "家里盖房" });
  expect(without.html).toContain("请填写在原单位的最后工作日");
  expect(without.html).toContain("家里盖房");
  const { location } = await entry(id, { ...typed, version: "1", endedOn: "2020年5月20日" });
  expect(location).toBe(`/placements/${id}/follow-ups?done=RETURNED_HOME`);
  expect(await standing(id)).toMatchObject({ ended: "2020-05-20", reason: "RETURNED_HOME" });
});

test("[R24] the phone is shown in its row only, and on no page that was not asked", async () => {
  const { id } = await aPlacement(at, employerId);
  expect((await list()).html).not.toContain(PHONE);
  expect((await entry(id)).html).not.toContain(PHONE);
  const { html } = await list("", { phone: id });
  expect(html.split(PHONE)).toHaveLength(2);
});

test("[R24] help asked for is listed, answered in its row, and leaves the list", async () => {
  const { id } = await aPlacement(at, employerId);
  const asked = { outcome: "ON_JOB", contactedOn: "2020-05-21", method: "PHONE", version: "1" };
  await entry(id, { ...asked, helpAsked: "工资被拖欠" });
  const help = (form?: Record<string, string>) =>
    visit(helpPage, "/follow-ups/help", `/follow-ups/help?county=${COUNTY}`, station, form);
  const { html } = await help();
  expect(html).toContain("工资被拖欠");
  const followUpId = /name="followUpId" value="([^"]+)"/.exec(html)?.[1] ?? "";
  const early = await help({ followUpId, helpGiven: "已讨回", helpGivenOn: "2020-05-20" });
  expect(early.html).toContain("帮助日期不能早于求助日期 2020-05-21");
  const { location } = await help({ followUpId, helpGiven: "已讨回", helpGivenOn: "2020-05-22" });
  expect(location).toBe(`/follow-ups/help?county=${COUNTY}&done=1`);
  expect((await help()).html).not.toContain("工资被拖欠");
});

test("[R24] every figure of stable employment opens its list, and a gap's definition is named as ours", async () => {
  const board = await visit(retentionPage, "/retention", "/retention", station);
  expect(board.html).toContain("不超过 15 天的接续计算，间断天数不计入（本系统定义，文件未规定）");
  const links = [...board.html.matchAll(/href="(\/retention\?months=[^"]+)"/g)];
  expect(links).toHaveLength(20);
  const people = await visit(
    retentionPage,
    "/retention",
    "/retention?months=6&state=missing",
    station,
  );
  expect(people.html).toContain("缺第 1、2、3、4、5、6 个月");
});
