import { afterAll, beforeAll, expect, test } from "vitest";
import { fen } from "~/domain/shared/fen";
import * as attendancePage from "~/routes/posts/attendance";
import * as attendanceRow from "~/routes/posts/attendance-row";
import * as unsettledPage from "~/routes/posts/unsettled";
import * as linePage from "~/routes/posts/wage-line";
import * as paymentPage from "~/routes/posts/wage-payment";
import * as sheetPage from "~/routes/posts/wage-sheet";
import { correctWage } from "~/usecases/posts/correct-wage.server";
import { aPost, approved, linesOf, locked, NOW, officer, paid } from "#test/db/posts/wage-support";
import { visit, type Visitor } from "#test/routes/support/visit";
import { wageVisitors } from "#test/routes/posts/wage-visitors";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
let clerk: Visitor;
let reviewer: Visitor;
let finance: Visitor;
let district: Visitor;

beforeAll(async () => {
  at = await openTestPlatform();
  ({ clerk, reviewer, finance, district } = await wageVisitors(at));
});
afterAll(() => at.close());

type Form = Readonly<Record<string, string>>;
const attendance = (query: string, who: Visitor) =>
  visit(attendancePage, "/posts/attendance", `/posts/attendance${query}`, who);
const unsettled = (who: Visitor, form?: Form, query = "") =>
  visit(unsettledPage, "/wage-sheets/unsettled", `/wage-sheets/unsettled${query}`, who, form);
const sheet = (id: string, who: Visitor, query = "") =>
  visit(sheetPage, "/wage-sheets/:sheetId", `/wage-sheets/${id}${query}`, who);
const payment = (id: string, who: Visitor, form?: Form) =>
  visit(paymentPage, "/wage-sheets/:sheetId/payment", `/wage-sheets/${id}/payment`, who, form);

test("[R20] a district officer learns of attendance whether the month was paid and signed: no day, no township", async () => {
  const account = "62170066000000001";
  const post = await aPost(at, { township: "兔街镇", name: "区看一", account });
  const sheetId = await approved("兔街镇");
  await paid(at, sheetId, [account]);
  const whole = await attendance("?month=2020-05", clerk);
  expect(whole.html).toContain("兔街镇");
  expect(whole.html).toContain("出勤 26 · 休息 5");
  const told = await attendance(
    `?month=2020-05&township=${encodeURIComponent("不存在镇")}`,
    district,
  );
  for (const text of ["区看一", "已发放，未签收", "2020-04-01 至 2020-09-30"]) {
    expect(told.html).toContain(text);
  }
  const path = "/posts/attendance/:appointmentId";
  const one = await visit(
    attendanceRow,
    path,
    `/posts/attendance/${post.id}?month=2020-05`,
    district,
  );
  const [line] = await linesOf(at, sheetId);
  const lineAt = `/wage-sheets/${sheetId}/lines/${line?.id ?? ""}`;
  const wage = await visit(linePage, "/wage-sheets/:sheetId/lines/:lineId", lineAt, district);
  const list = await sheet(sheetId, district);
  for (const { html, status } of [told, one, wage, list]) {
    expect(status).toBe(200);
    for (const text of ["兔街镇", "出勤 26", "每日考勤", "没有登记完", 'name="township"']) {
      expect(html).not.toContain(text);
    }
  }
});

test("the page of attendance always names its month in the address", async () => {
  expect((await attendance("", clerk)).location).toMatch(
    /^\/posts\/attendance\?month=\d{4}-\d{2}$/,
  );
  expect((await attendance("?state=open&month=x", clerk)).location).toMatch(/state=open&month=\d/);
  expect((await attendance("?month=2020-05", clerk)).location).toBeNull();
});

test("[R05] what waits and what is with the bank are two lists; the reviewer withdraws a file, finance does not", async () => {
  await aPost(at, { township: "马街镇", name: "待发一" });
  await aPost(at, { township: "马街镇", name: "共用二", account: "62170066000000002" });
  const sheetId = await approved("马街镇");
  // Somebody else's number from now on: one is held back.
  await aPost(at, { township: "别处", name: "共用三", account: "62170066000000002" });
  expect((await payment(sheetId, finance, { intent: "send" })).status).toBe(302);
  const sent = await sheet(sheetId, clerk, "?group=sent");
  expect(sent.html).toContain("待发一");
  expect(sent.html).not.toContain("共用二");
  expect((await sheet(sheetId, clerk, "?group=waiting")).html).toContain("共用二");
  const page = await payment(sheetId, reviewer);
  expect(page.html).toContain("整批未送达或被银行退回");
  expect((await payment(sheetId, finance)).html).not.toContain("整批未送达或被银行退回");
  const paymentId = /name="paymentId" value="([^"]+)"/.exec(page.html)?.[1] ?? "";
  const form = { intent: "withdraw", paymentId };
  expect((await payment(sheetId, finance, { ...form, reason: "没有送到" })).status).toBe(403);
  const empty = await payment(sheetId, reviewer, { ...form, reason: "" });
  expect(empty.status).toBe(422);
  expect(empty.html).toContain("请写明原因");
  const done = await payment(sheetId, reviewer, { ...form, reason: "没有送到" });
  expect(done.location).toContain("done=withdraw");
  expect((await payment(sheetId, reviewer)).html).toContain("整批撤回：没有送到");
});

test("[R05] a rule line stands above the sheet, and days beyond the rest agreed before the names", async () => {
  await aPost(at, { township: "沙桥镇", name: "多休一", marks: "P".repeat(20) + "R".repeat(11) });
  const { html } = await sheet(await approved("沙桥镇"), clerk);
  expect(html).toContain("按日历天折算");
  expect(html).toContain("请假不发");
  expect(html).toContain("本月休息 11 天，超过 10 天");
});

test("[R05] what an ended post was overpaid is in a list of its own; finance enters that it came back", async () => {
  const account = "62170066000000003";
  await aPost(at, { township: "英武乡", name: "扣回一", account, endsOn: "2020-05-31" });
  const sheetId = await approved("英武乡");
  await paid(at, sheetId, [account]);
  await locked(at, sheetId);
  const [line] = await linesOf(at, sheetId);
  const asked = { sheetId, lineId: line?.id ?? "", amountFen: fen(-10_000), reason: "漏记缺勤" };
  await correctWage(officer, asked, NOW);
  const seen = await unsettled(finance);
  expect(seen.html).toContain("岗位已结束，没有工资可扣，请本人退回");
  expect((await unsettled(clerk)).html).not.toContain("登记已退回");
  expect((await unsettled(district)).status).toBe(403);
  const adjustmentId = /name="adjustmentId" value="([^"]+)"/.exec(seen.html)?.[1] ?? "";
  const wrong = await unsettled(finance, { adjustmentId, returnedOn: "2020-06-01", note: "" });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("请写明收款凭证");
  expect(wrong.html).toContain('value="2020-06-01"');
  const form = { adjustmentId, returnedOn: "2020-06-01", note: "缴款单 3" };
  expect((await unsettled(finance, form)).location).toContain("done=returned");
  expect((await unsettled(finance)).html).toContain("没有未结清的更正");
});
