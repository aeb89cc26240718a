import { afterAll, beforeAll, expect, test } from "vitest";
import * as attendancePage from "~/routes/posts/attendance";
import * as attendanceRow from "~/routes/posts/attendance-row";
import * as newSheetPage from "~/routes/posts/new-wage-sheet";
import * as linePage from "~/routes/posts/wage-line";
import * as paymentPage from "~/routes/posts/wage-payment";
import * as sheetPage from "~/routes/posts/wage-sheet";
import * as sheetsPage from "~/routes/posts/wage-sheets";
import { aPost, COUNTY, linesOf, locked, paid } from "#test/db/posts/wage-support";
import { visit, type RouteModule, type Visitor } from "#test/routes/support/visit";
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
const month = (query: string, form?: Form, who = clerk) =>
  visit(attendancePage, "/posts/attendance", `/posts/attendance?month=2020-05${query}`, who, form);
const row = (id: string, form?: Form) =>
  visit(
    attendanceRow,
    "/posts/attendance/:appointmentId",
    `/posts/attendance/${id}?month=2020-05`,
    clerk,
    form,
  );
const fresh = (township: string, form?: Form) => {
  const address = `/wage-sheets/new?month=2020-05&township=${encodeURIComponent(township)}`;
  return visit(newSheetPage, "/wage-sheets/new", address, clerk, form);
};
const of =
  (module: RouteModule, path: string) =>
  (id: string, who: Visitor, form?: Form, more = "") =>
    visit(module, `/wage-sheets/:sheetId${path}`, `/wage-sheets/${id}${more}`, who, form);
const sheet = of(sheetPage, "");
const payment = of(paymentPage, "/payment");
const line = of(linePage, "/lines/:lineId");
const stateOf = (id: string) =>
  at.owner
    .query<{ state: string }>("SELECT state FROM wage_sheet WHERE id = $1", [id])
    .then(({ rows }) => rows[0]?.state);

test("[R05] a clerk ticks who worked the whole month, writes the exceptions beside it, and saves the page", async () => {
  const township = "红土坡镇";
  const one = await aPost(at, { township, name: "全勤一", marks: null });
  const two = await aPost(at, { township, name: "请假二", marks: null });
  const query = `&township=${encodeURIComponent(township)}`;
  const before = await month(query);
  expect(before.html).toContain("全勤一");
  expect(before.html).toMatch(/没有登记完<span[^>]*>.*?2/);
  expect((await month(query, { intent: "save", [`version.${one.id}`]: "0" })).html).toContain(
    "没有可保存的内容",
  );
  const typed = { [`version.${one.id}`]: "0", [`version.${two.id}`]: "0" };
  const wrong = await month(query, { ...typed, intent: "save", [`L.${two.id}`]: "三号" });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain("请假二：“三号”看不懂，请写成 3、15-17 的样子");
  expect(wrong.html).toContain('value="三号"');
  const whole = { [`whole.${one.id}`]: "P", [`whole.${two.id}`]: "P", [`L.${two.id}`]: "3、15-16" };
  const { location } = await month(query, { ...typed, ...whole, intent: "save" });
  expect(location).toContain("saved=2");
  const after = await month(`${query}&state=whole`);
  expect(after.html).toContain("出勤 28 · 请假 3");
  expect((await month(query, { ...typed, ...whole, intent: "save" })).html).toContain(
    "全勤一：别人刚刚改过此人的考勤",
  );
});

test("[R05] ticked people are entered by one button, and nobody else", async () => {
  const township = "五街镇";
  const one = await aPost(at, { township, marks: null });
  const two = await aPost(at, { township, marks: null });
  const form = {
    ...{ intent: "wholeMonth", pick: one.id },
    ...{ [`version.${one.id}`]: "0", [`version.${two.id}`]: "0" },
  };
  expect((await month("", form)).location).toContain("saved=1");
  const { rows } = await at.owner.query<{ id: string }>(
    "SELECT appointment_id AS id FROM post_attendance WHERE appointment_id = ANY ($1)",
    [[one.id, two.id]],
  );
  expect(rows).toEqual([{ id: one.id }]);
});

test("one person's month is entered day by day, with a note", async () => {
  const { id } = await aPost(at, { township: "一街乡", leftOn: "2020-05-02", marks: null });
  const { html } = await row(id);
  expect(html).toContain("2 日 周六");
  expect(html).not.toContain("3 日 周日");
  const { location } = await row(id, { version: "0", d1: "P", d2: "A", note: "无故未到" });
  expect(location).toBe(`/posts/attendance/${id}?month=2020-05&saved=1`);
  expect((await row(id)).html).toContain("无故未到");
});

test("[R05] from the draft that names who is left out and why, to review, bank and closed month", async () => {
  const township = "雨露乡";
  const account = "6217005550000001";
  await aPost(at, { township, name: "列入一", account, marks: `${"P".repeat(29)}AA` });
  await aPost(at, { township, name: "未登二", marks: null });
  await aPost(at, { township, name: "全缺三", marks: "A".repeat(31) });
  const draft = await fresh(township);
  for (const said of [
    ...["列入一", "1,000 元 × 29 ÷ 31 天 = 935.48 元", "考勤有 31 天没有登记"],
    ...["全月没有出勤，不发放", "列入 1 人，实发合计 935.48 元；未列入 2 人"],
  ]) {
    expect(draft.html).toContain(said);
  }
  const made = await fresh(township, { county: COUNTY, month: "2020-05", township });
  const id = /wage-sheets\/([0-9a-f-]{36})/.exec(made.location ?? "")?.[1] ?? "";
  const open = await sheet(id, clerk);
  expect(open.html).toContain("没有列入的人员");
  expect(open.html).not.toContain("/payment");
  await sheet(id, clerk, { intent: "submit", version: "1" });
  expect(await stateOf(id)).toBe("submitted");
  const back = await sheet(id, reviewer, { intent: "return", version: "2", reason: " " });
  expect(back.html).toContain("请写明原因");
  await sheet(id, reviewer, { intent: "approve", version: "2" });
  expect(await stateOf(id)).toBe("approved");
  const money = await payment(id, finance, undefined, "/payment");
  expect(money.html).toContain("生成代发文件（1 人）");
  expect(money.html).toContain("6217 **** 0001");
  expect(money.html).not.toContain(account);
  const early = await sheet(id, reviewer, { intent: "lock", version: "3" });
  expect(early.html).toContain("还没有发放：列入一");
  await paid(at, id, [account]);
  await locked(at, id);
  expect(await stateOf(id)).toBe("locked");
  expect((await sheet(id, clerk, undefined, "?group=unsigned")).html).toContain("没有这样的人员");
});

test("[R05] a locked line shows its arithmetic and takes a correction, refused beyond the rate", async () => {
  const township = "天申堂乡";
  const account = "6217005550000002";
  await aPost(at, { township, account, marks: `${"P".repeat(29)}AA` });
  const made = await fresh(township, { county: COUNTY, month: "2020-05", township });
  const id = /wage-sheets\/([0-9a-f-]{36})/.exec(made.location ?? "")?.[1] ?? "";
  await sheet(id, clerk, { intent: "submit", version: "1" });
  await sheet(id, reviewer, { intent: "approve", version: "2" });
  await paid(at, id, [account]);
  await locked(at, id);
  const [only] = await linesOf(at, id);
  const at1 = `/lines/${only?.id ?? ""}`;
  const correct = (form: Form) =>
    line(id, clerk, { intent: "correct", reason: "漏记", ...form }, at1);
  expect((await correct({ way: "more", amount: "64.53" })).html).toContain("最多 64.52 元");
  expect((await correct({ amount: "1" })).html).toContain("请选择补发或扣回");
  expect((await correct({ way: "more", amount: "64.52" })).location).toContain("done=correct");
  const page = await line(id, clerk, undefined, at1);
  expect(page.html).toContain("1,000 元 × 29 ÷ 31 天 = 935.48 元");
  expect(page.html).toContain("补发 64.52 元");
  expect(page.html).toContain("待结清");
  const adjustmentId = /name="adjustmentId" value="([^"]+)"/.exec(page.html)?.[1] ?? "";
  await line(id, clerk, { intent: "void", adjustmentId, reason: "录错" }, at1);
  expect((await line(id, clerk, undefined, at1)).html).toContain("已撤销：录错");
});

test("a district officer reads days, paid and signed: no amount, account, note or finding", async () => {
  const township = "罗武庄乡";
  await aPost(at, { township, name: "结对一", account: "6217005550000003" });
  const made = await fresh(township, { county: COUNTY, month: "2020-05", township });
  const id = /wage-sheets\/([0-9a-f-]{36})/.exec(made.location ?? "")?.[1] ?? "";
  const [only] = await linesOf(at, id);
  const list = await visit(sheetsPage, "/wage-sheets", "/wage-sheets", district);
  const pages = [
    list,
    await sheet(id, district),
    await line(id, district, undefined, `/lines/${only?.id ?? ""}`),
    await month("", undefined, district),
  ];
  for (const { status, html } of pages) {
    expect(status).toBe(200);
    expect(html).not.toMatch(/\d 元|6217|月标准/);
  }
  expect(pages[1]?.html).toContain("结对一");
  expect((await payment(id, district, undefined, "/payment")).status).toBe(403);
});
