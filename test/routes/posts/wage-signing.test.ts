import { afterAll, beforeAll, expect, test } from "vitest";
import { viewHome } from "~/data/rosters/home-view.server";
import { countRosterTodos, rosterTodos } from "~/data/rosters/roster-todos.server";
import type { Actor } from "~/domain/access/actor";
import { inTransaction } from "~/platform/prisma/transaction.server";
import * as signPage from "~/routes/evidence/sign-line";
import * as homeList from "~/routes/rosters/list";
import * as closeUp from "~/routes/rosters/close-up";
import * as exportPage from "~/routes/rosters/export";
import * as linePage from "~/routes/rosters/line-signature";
import * as printPage from "~/routes/rosters/print";
import * as rosterPage from "~/routes/rosters/roster";
import * as scansPage from "~/routes/rosters/scans";
import * as sealPage from "~/routes/rosters/seal";
import * as signingPage from "~/routes/rosters/signing";
import * as slipsPage from "~/routes/rosters/signing-slips";
import { anActor } from "#test/builders/actor";
import { linkFor, signOnPhone } from "#test/builders/signing";
import {
  approveWageSheet,
  buildWageSheet,
  payWages,
  type BuiltWageSheet,
} from "#test/builders/wage-sheet";
import { aVisitor, visit, type RouteModule, type Visitor } from "#test/routes/support/visit";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const COUNTY = "532324";
const TODAY = "2020-06-08";

let at: TestPlatform;
let clerk: Visitor;
let officer: Actor;
let sheet: BuiltWageSheet;
let rosterId = "";

beforeAll(async () => {
  at = await openTestPlatform();
  clerk = await aVisitor("caseOfficer", COUNTY, "李秀兰");
  officer = { ...anActor("caseOfficer", COUNTY, "李秀兰"), userId: clerk.userId };
  sheet = await buildWageSheet(at.owner, officer, ["杨木犀", "杨山茶", "杨白蜡"]);
  rosterId = await approveWageSheet(anActor("reviewer", COUNTY), sheet, new Date());
  await payWages(anActor("finance", COUNTY), sheet, new Date(), sheet.lines.slice(0, 2));
});
afterAll(() => at.close());

function open(page: RouteModule, part = "", who = clerk, form?: Record<string, string>) {
  const path = part.replace(/lines\/[^/]+/, "lines/:lineId");
  return visit(page, `/rosters/:rosterId${path}`, `/rosters/${rosterId}${part}`, who, form);
}
const lineId = (index: number) => sheet.lines[index]?.id ?? "";

test("the address of the roster leads to the sheet; what only a class has is not there", async () => {
  expect(await open(rosterPage)).toMatchObject({ location: `/wage-sheets/${sheet.id}` });
  for (const [page, part] of [
    [sealPage, "/seal"],
    [exportPage, "/export"],
    [closeUp, `/lines/${lineId(0)}/fingerprint`],
  ] as const) {
    expect(await open(page, part)).toMatchObject({ status: 404 });
  }
});

test("[R05] the signing page names payees, asks for the signature alone and tells who has signed", async () => {
  await signOnPhone(officer, { rosterId, lineId: lineId(1) }, new Date());
  const { status, html } = await open(signingPage, "/signing");
  expect(status).toBe(200);
  for (const part of [
    "公共服务岗位工资表",
    "杨木犀",
    "未签",
    "本人手机签字",
    "已签收",
    "工资到账后",
    "未到账，到账后再签收",
  ]) {
    expect(html).toContain(part);
  }
  for (const part of ["手印近照", "已按手印", "未按", "学员"]) expect(html).not.toContain(part);
  const line = await open(linePage, `/lines/${lineId(1)}/signature`);
  expect(line.html).toContain("作为签收");
  expect((await open(scansPage, "/scans")).html).toContain("还没有打印签收表");
  expect((await open(slipsPage, "/signing/slips")).html).toContain("工资已到账、还没有签收的人");
});

test("[R05] the printed sheet has the cells of the page geometry, the amounts, its code, and no account", async () => {
  const before = await open(printPage, "/print");
  expect(before.html).toContain("打印签收表");
  expect(await open(printPage, "/print", clerk, { purpose: "" })).toMatchObject({ status: 422 });
  const { html } = await open(printPage, "/print", clerk, { purpose: "5 月工资签收" });
  for (const part of [
    ...["南华县2020年5月公共服务岗位工资发放签收表", "杨木犀", "护林员", "本人签收", "实发（元）"],
    ...["HM1-", "实发合计 3,000 元", "签字即表示本人已收到所列实发工资"],
  ]) {
    expect(html).toContain(part);
  }
  expect(html).not.toContain("621700");
});

test("[R05] on the phone a payee confirms who he is, reads his own wage and the notice, and is asked for no consent", async () => {
  const token = await linkFor(officer, { rosterId, lineId: lineId(0) }, new Date());
  const ask = (form?: Record<string, string>) =>
    visit(signPage, "/s/:token", `/s/${token}`, null, form);
  expect((await ask()).html).toContain("您好，请确认是您本人");
  expect((await ask()).html).not.toContain("1,000 元");
  await ask({ intent: "confirm" });
  const { html } = await ask();
  for (const part of ["发给您的工资", "1,000 元", "岗位工资签收个人信息告知书", "我本人已经收到"]) {
    expect(html).toContain(part);
  }
  expect(html).not.toContain("我同意");
  const { rows } = await at.owner.query<{ name: string }>("SELECT name FROM person WHERE id = $1", [
    sheet.lines[1]?.personId,
  ]);
  expect(html).not.toContain(rows[0]?.name ?? "?");
});

test("[R07] no other county and no role without the evidence opens the signing of wages", async () => {
  const stranger = await aVisitor("caseOfficer", "532323");
  const finance = await aVisitor("finance", COUNTY);
  for (const [page, part] of [
    [rosterPage, ""],
    [signingPage, "/signing"],
    [scansPage, "/scans"],
    [printPage, "/print"],
    [slipsPage, "/signing/slips"],
    [linePage, `/lines/${lineId(0)}/signature`],
  ] as const) {
    expect(await open(page, part, stranger)).toMatchObject({ status: 404 });
  }
  expect(await open(signingPage, "/signing", finance)).toMatchObject({ status: 403 });
  expect(await open(slipsPage, "/signing/slips", finance)).toMatchObject({ status: 403 });
});

test("the list of rosters, the figures of home and the to-dos know classes only", async () => {
  expect((await viewHome(officer, TODAY)).totals).toEqual({
    ...{ headcount: 0, verified: 0, accepted: 0, sealed: 0 },
  });
  const list = await visit(homeList, "/rosters", "/rosters", clerk);
  expect(list.html).not.toContain("工资");
  const reviewer = anActor("reviewer", COUNTY);
  await inTransaction(reviewer, async (tx) => {
    expect(await countRosterTodos(tx, reviewer, TODAY)).toBe(0);
    expect(await rosterTodos(tx, reviewer, TODAY)).toEqual([]);
  });
});
