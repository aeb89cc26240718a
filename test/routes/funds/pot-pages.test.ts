import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { foundingTableId } from "~/data/funds/founding-reference.server";
import { FUND_RULES } from "~/domain/rules/chapters/fund";
import { wan } from "~/domain/funds/founding/founding-document";
import * as adjustmentPage from "~/routes/funds/pots/adjustment";
import * as carryOverPage from "~/routes/funds/pots/carry-over";
import * as closurePage from "~/routes/funds/pots/closure";
import * as editPot from "~/routes/funds/pots/edit-pot";
import * as entryPage from "~/routes/funds/pots/entry";
import * as fundFile from "~/routes/funds/pots/fund-file";
import * as sharesPage from "~/routes/funds/pots/labour-shares";
import * as newAdjustment from "~/routes/funds/pots/new-adjustment";
import * as newPot from "~/routes/funds/pots/new-pot";
import * as newProgress from "~/routes/funds/pots/new-progress";
import * as newReceipt from "~/routes/funds/pots/new-receipt";
import * as potCheck from "~/routes/funds/pots/pot-check";
import * as newSpending from "~/routes/funds/pots/new-spending";
import * as potPage from "~/routes/funds/pots/pot";
import * as potsPage from "~/routes/funds/pots/pots";
import * as projectPage from "~/routes/funds/pots/project";
import * as homePage from "~/routes/home/home";
import * as releasePage from "~/routes/funds/pots/release";
import * as spendingPage from "~/routes/funds/pots/spending";
import { ask, on, people } from "#test/routes/support/pot-visitors";
import { visit } from "#test/routes/support/visit";
import { RECEIPT, SPENDING, step, withFile, type Form } from "#test/routes/support/pot-form";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
let cellId: string;
let potId: string;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  at = await openTestPlatform();
  await on("2020-12-20");
  await at.owner.query(
    `INSERT INTO pairing (id, district_code, county_code, from_on, source)
     VALUES (gen_random_uuid(), '310113', '530381', '2019-01-01', 'test')`,
  );
  // The labour money of 宣威 in the founding table: 1,150 万元.
  const { rows } = await at.owner.query<{ id: string }>(
    `SELECT c.id FROM allocation_cell c JOIN allocation_row r ON r.id = c.row_id
     WHERE r.table_id = $1 AND r.area_code = '530381' AND c.amount = $2`,
    [foundingTableId("曲财农〔2020〕31号"), wan(1150)],
  );
  cellId = rows[0]?.id ?? "";
});
afterAll(async () => {
  vi.useRealTimers();
  await at.close();
});

async function one(sql: string, ...values: readonly string[]): Promise<string> {
  const { rows } = await at.owner.query<{ x: string }>(sql, [...values]);
  return rows[0]?.x ?? "";
}

test("[F01] [F06] from the money of a table to a pot whose late and lying money is told", async () => {
  const choice = await ask(newPot, "new?year=2020", "finance");
  expect(choice.html).toContain(`/funds/new?year=2020&amp;cell=${cellId}`);
  expect(choice.html).toContain("11,500,000.00");
  const form = {
    ...{ cellId, year: "2020", name: "劳务转移补助", unitName: "宣威市人社局" },
    ...{ purpose: "LABOUR_TRANSFER", amountFen: "1000000", plannedFen: "800000" },
  };
  const beyond = await ask(newPot, "new", "finance", { ...form, amountFen: "11500000.01" });
  expect([beyond.status, beyond.html]).toEqual([422, expect.stringContaining("11,500,000 元")]);
  const { location } = await ask(newPot, "new", "finance", form);
  potId = /funds\/([0-9a-f-]{36})\?done=add/.exec(location ?? "")?.[1] ?? "";
  expect((await ask(potPage, potId, "finance")).html).toContain("还没有登记到账");
  const early = { ...RECEIPT, receivedOn: "2020-03-23" };
  const refused = await ask(newReceipt, `${potId}/receipts/new`, "finance", early);
  expect(refused.html).toContain("到账日期不能早于接函日期");
  const came = await ask(newReceipt, `${potId}/receipts/new`, "finance", RECEIPT);
  expect(came.location).toBe(`/funds/${potId}?done=receipt`);
  const { html } = await ask(potPage, potId, "districtOfficer");
  // Fifteen working days after 24 March are over on 15 April.
  for (const text of [
    "逾期 1 天（自然日；最迟 2020-04-15，含当日）",
    "没有支出",
    "/allocations/",
  ]) {
    expect(html).toContain(text);
  }
});

test("spending is entered with its voucher, counts once another has reviewed it, and every opened voucher leaves a trail", async () => {
  const path = `${potId}/spending/new`;
  const bare = await ask(newSpending, path, "finance", SPENDING);
  expect([bare.status, bare.html]).toEqual([422, expect.stringContaining("请选择凭证扫描件")]);
  const tooMuch = withFile({ ...SPENDING, amountFen: "1000000.01" });
  const beyond = await ask(newSpending, path, "finance", tooMuch);
  expect(beyond.html).toContain("超过可用资金，最多 1,000,000 元");
  const notCome = withFile({ ...SPENDING, amountFen: "500000.01" });
  expect((await ask(newSpending, path, "finance", notCome)).html).toContain("最多 500,000 元；");
  const bareReason = withFile({ ...SPENDING, reason: "" });
  expect((await ask(newSpending, path, "finance", bareReason)).html).toContain("须写明理由");
  const subsidy = withFile({ ...SPENDING, category: "SUBSIDY" });
  expect((await ask(newSpending, path, "finance", subsidy)).html).toContain("补贴申领");
  expect(await one("SELECT count(*) AS x FROM stored_file WHERE purpose = 'fundVoucher'")).toBe(
    "0",
  );
  const spent = await ask(newSpending, path, "finance", withFile(SPENDING));
  expect(spent.location).toBe(`/funds/${potId}/spending?done=spend`);
  const entryId = await one("SELECT id AS x FROM expenditure WHERE pot_id = $1", potId);
  const entry = `${potId}/entries/expenditure/${entryId}`;
  expect((await ask(entryPage, entry, "finance")).html).toContain("登记人不能审核自己的登记");
  const counted = `${potId}/spending?state=counted`;
  expect((await ask(spendingPage, counted, "finance")).html).toContain("0 笔");
  const file = `${potId}/files/${await one("SELECT file_id AS x FROM expenditure WHERE id = $1", entryId)}`;
  const opened = await ask(fundFile, file, "reviewer");
  expect(await opened.response?.text()).toBe("%PDF-1.4");
  const looks = "SELECT count(*) AS x FROM trail_event WHERE action = 'fund.openFile'";
  expect(await one(looks)).toBe("1");
  expect((await ask(fundFile, file, "districtOfficer")).status).toBe(403);
  // Who may not open it is not shown a link that refuses him.
  expect((await ask(entryPage, entry, "districtOfficer")).html).not.toContain(`/funds/${file}`);
  expect((await ask(entryPage, entry, "reviewer")).html).toContain(`/funds/${file}`);
  expect(await one(looks)).toBe("1");
  expect((await visit(homePage, "/", "/", people["reviewer"] ?? null)).html).toContain(entry);
  expect((await visit(homePage, "/", "/", people["finance"] ?? null)).html).not.toContain(entry);
  const reviewed = await ask(entryPage, entry, "reviewer", { intent: "review" });
  expect(reviewed.location).toBe(`/funds/${potId}/spending?done=review`);
  const { html } = await ask(spendingPage, counted, "finance");
  for (const text of ["1 笔", "200,000.50 元", "招聘会场地"]) expect(html).toContain(text);
  const pot = await ask(potPage, potId, "finance");
  for (const text of ["40.00%", "200,000.50 ÷ 500,000.00 元", "20.00%"])
    expect(pot.html).toContain(text);
});

test("[F03] progress is stated and a change filed by another than who asked for it", async () => {
  const progress = { asOf: "2020-06-01", completedFen: "200000", basis: "监理月报" };
  await ask(newProgress, `${potId}/progress/new`, "caseOfficer", progress);
  const change = { what: "更换设备", amountFen: "100000.01", reason: "停产" };
  await ask(newAdjustment, `${potId}/adjustments/new`, "caseOfficer", change);
  await ask(newAdjustment, `${potId}/adjustments/new`, "caseOfficer", {
    ...{ ...change, what: "换地点", amountFen: "1", "element-PLACE": "on" },
  });
  const { html } = await ask(projectPage, `${potId}/project`, "reviewer");
  for (const text of ["200,000.00", "10.01%", "实施地点"]) expect(html).toContain(text);
  const id = await one("SELECT id AS x FROM fund_adjustment WHERE what = '更换设备'");
  const page = `${potId}/adjustments/${id}`;
  const filed = await ask(adjustmentPage, page, "reviewer", { state: "filed", decision: "同意" });
  expect(filed.html).toContain("已批准、不予同意");
  const form = { state: "approved", decision: "同意" };
  expect((await ask(adjustmentPage, page, "caseOfficer", form)).status).toBe(403);
  expect((await ask(adjustmentPage, page, "reviewer", form)).location).toContain("done=decide");
  expect((await ask(potPage, potId, "finance")).html).toContain("25.00%");
});

test("[F04] the rest goes locked into the next year and is freed by a decision from above", async () => {
  const rest = { year: "2021", name: "2020 年结转", amountFen: "299000" };
  const tooEarly = await ask(carryOverPage, `${potId}/carry-over`, "finance", rest);
  expect(tooEarly.html).toContain("12 月 31 日起");
  expect(tooEarly.html).toContain("2020-12-31 起才能登记结转");
  expect((await ask(potPage, potId, "finance")).html).not.toContain(`${potId}/carry-over`);
  await on("2021-01-04");
  for (const text of ["年度结束", `${potId}/carry-over`])
    expect((await ask(potPage, potId, "finance")).html).toContain(text);
  const late = await ask(newSpending, `${potId}/spending/new`, "finance", withFile(SPENDING));
  expect(late.html).toContain("项目年度已经结束");
  const { location } = await ask(carryOverPage, `${potId}/carry-over`, "finance", rest);
  const carried = /funds\/([0-9a-f-]{36})/.exec(location ?? "")?.[1] ?? "";
  const left = (await ask(potPage, potId, "finance")).html;
  expect(left).toContain(`/funds/${carried}`);
  // Of 500,000 that came 200,000.50 were spent and 299,000 are another year's.
  for (const text of [">999.50<", "不含结转转出 299,000.00 元"]) expect(left).toContain(text);
  expect((await ask(potPage, carried, "finance")).html).toContain("含结转转入 299,000.00 元");
  const locked = await ask(newSpending, `${carried}/spending/new`, "finance", withFile(SPENDING));
  expect(locked.html).toContain("没有解锁");
  await on("2021-05-10");
  const documentId = "019a0000-0000-7000-8000-00000000d0c1";
  await at.owner.query(
    `INSERT INTO policy_document (id, issuer, number, issued_on, title, region_code, created_at)
     VALUES ($1, '市协作办', '曲协办〔2021〕3号', '2021-03-01', '结转资金安排', '530300', now())`,
    [documentId],
  );
  const choice = await ask(releasePage, `${carried}/release`, "office");
  expect(choice.html).toContain("曲协办〔2021〕3号");
  expect(choice.html).not.toContain("沪合组办〔2020〕9号");
  const form = {
    ...{ documentId, clause: "四", use: "巩固成果" },
    ...{ reportedOn: "2021-03-02", releasedOn: "2021-02-28" },
  };
  const early = await ask(releasePage, `${carried}/release`, "office", form);
  expect(early.html).toContain("不能早于决定文件");
  const silent = { ...form, releasedOn: "2021-03-02", reportedOn: "" };
  const untold = await ask(releasePage, `${carried}/release`, "office", silent);
  expect(untold.status).toBe(422);
  const freed = { ...form, releasedOn: "2021-03-02" };
  const done = await ask(releasePage, `${carried}/release`, "office", freed);
  expect(done.location).toBe(`/funds/${carried}?done=release`);
  expect((await ask(potPage, carried, "finance")).html).toContain("2021-03-02 解锁");
});

test("a pot is judged by every rule of the chapter on money, each with its clause, its figures and where they stand", async () => {
  const { html } = await ask(potCheck, `${potId}/check`, "finance");
  for (const { title } of FUND_RULES) expect(html).toContain(title);
  expect(html).toContain('href="/rules/fund/adjustment-approved"');
  expect(html).toMatch(/href="\/funds\/[^"]*\/project"[^>]*>项目调整/);
  expect(html).toContain("1 笔逾期到账，最长 1 天");
});

test("closure goes step by step with its papers; a wrong entry is voided and counts no more", async () => {
  const path = `${potId}/closure`;
  const skipped = withFile({ ...step, step: "AUDIT" });
  expect((await ask(closurePage, path, "caseOfficer", skipped)).html).toContain("项目决算报告");
  expect((await ask(closurePage, path, "finance", withFile(step))).status).toBe(403);
  const open = await ask(closurePage, path, "caseOfficer", withFile(step));
  expect(open.html).toContain("项目调整待办理（换地点）");
  const waiting = await one("SELECT id AS x FROM fund_adjustment WHERE what = '换地点'");
  const no = { state: "refused", decision: "不同意" };
  await ask(adjustmentPage, `${potId}/adjustments/${waiting}`, "reviewer", no);
  const done = await ask(closurePage, path, "caseOfficer", withFile(step));
  expect(done.location).toBe(`/funds/${potId}/closure?done=step`);
  expect((await ask(closurePage, path, "caseOfficer")).html).toContain("登记：项目绩效报告");
  const receipt = await one("SELECT id AS x FROM fund_receipt WHERE pot_id = $1", potId);
  const entry = `${potId}/entries/receipt/${receipt}`;
  const voided = { intent: "void", reason: "重复登记" };
  const final = await ask(entryPage, entry, "finance", voided);
  expect([final.status, final.html]).toEqual([409, expect.stringContaining("从最后一步起作废")]);
  expect(final.html).not.toContain("作废这条记录");
  const undo = { intent: "void", voidReason: "传错文件" };
  expect((await ask(closurePage, path, "caseOfficer", undo)).location).toContain("done=void");
  // It was spent of, and part of it carried over.
  const used = await ask(entryPage, entry, "finance", voided);
  expect(used.html).toContain(
    "截至 2020-05-06 到账 500,000 元，支出（含待审核）和结转 200,000.50 元",
  );
  const more = { ...RECEIPT, receivedOn: "2021-05-08", amountFen: "1000", voucherNo: "收-2" };
  await ask(newReceipt, `${potId}/receipts/new`, "finance", more);
  const again = await one("SELECT id AS x FROM fund_receipt WHERE voucher_no = '收-2'");
  const wrong = `${potId}/entries/receipt/${again}`;
  expect((await ask(entryPage, wrong, "finance", voided)).location).toBe(`/funds/${wrong}`);
  expect((await ask(potPage, potId, "finance")).html).toContain("已作废，不计");
});

test("planned cost and the day of the letter are corrected, with what was there before in the trail", async () => {
  const path = `${potId}/edit`;
  const version = await one("SELECT version AS x FROM fund_pot WHERE id = $1", potId);
  const form = { version: String(version), plannedFen: "100000", letterReceivedOn: "2020-04-10" };
  const low = await ask(editPot, path, "finance", form);
  expect(low.html).toContain("不能少于已完成的投资 200,000 元");
  const saved = await ask(editPot, path, "finance", { ...form, plannedFen: "400000" });
  expect(saved.location).toBe(`/funds/${potId}?done=edit`);
  const { html } = await ask(potPage, potId, "finance");
  for (const text of ["50.00%", "已逾期"]) expect(html).toContain(text);
  const trail = "SELECT count(*) AS x FROM trail_event WHERE action = 'fund.pot.change'";
  expect(await one(trail)).toBe("1");
});

test("after final accounts nothing is offered but the carry-over, and only a pot without lying money is closed", async () => {
  const path = `${potId}/closure`;
  for (const kind of ["FINAL_ACCOUNTS", "PERFORMANCE", "ARCHIVE", "AUDIT"]) {
    const score: Form = kind === "PERFORMANCE" ? { score: "90" } : {};
    const next = withFile({ ...step, step: kind, ...score });
    expect((await ask(closurePage, path, "caseOfficer", next)).location).toContain("done=step");
  }
  const final = (await ask(potPage, potId, "finance")).html;
  for (const text of ["已决算", "收支、进度和调整不再变动", "还有 999.50 元到账没有支出"])
    expect(final).toContain(text);
  expect(final).toContain(`${potId}/carry-over`);
  for (const place of ["receipts/new", "spending/new", "edit"])
    expect(final).not.toContain(`"/funds/${potId}/${place}"`);
  const changed = { version: "1", plannedFen: "1", letterReceivedOn: "2020-04-10" };
  const edited = await ask(editPot, `${potId}/edit`, "finance", changed);
  expect(edited.html).toContain("已登记项目决算报告");
  const last = () => withFile({ ...step, step: "ACCEPTANCE" });
  const lying = await ask(closurePage, path, "caseOfficer", last());
  expect(lying.html).toContain("还有 999.50 元已到账，没有支出也没有结转，不能验收");
  const rest = { year: "2021", name: "2020 年再结转", amountFen: "999.50" };
  const carried = await ask(carryOverPage, `${potId}/carry-over`, "finance", rest);
  expect(carried.location).toContain("done=carried");
  expect((await ask(closurePage, path, "caseOfficer", last())).location).toContain("done=step");
  const closed = (await ask(potPage, potId, "finance")).html;
  for (const text of ["已收尾", "没有使用", "项目收尾时有 500,000 元没有到账"])
    expect(closed).toContain(text);
  for (const text of ["可用<", "已逾期", "登记结转<"]) expect(closed).not.toContain(text);
});

test("[F08] [F09] totals of a year open their pots; each year's labour share opens its tables", async () => {
  const list = (query: string) =>
    visit(potsPage, "/funds", `/funds?year=2020${query}`, people["office"] ?? null);
  const all = await list("");
  for (const text of ["劳务转移补助", "show=idle", "show=late"]) expect(all.html).toContain(text);
  expect((await list("&show=late")).html).toContain("劳务转移补助");
  // Closed it has nothing to spend, nothing that lies and nothing to wait for.
  for (const show of ["left", "idle", "locked", "overdue"])
    expect((await list(`&show=${show}`)).html).not.toContain("劳务转移补助");
  const { html } = await ask(sharesPage, "shares", "office");
  // 1,150 of 1,300 万元 in the table of 曲财农〔2020〕31号; all that was paid out is neither training nor recruitment.
  for (const text of ["88.46%", "/allocations?year=2020&amp;area=530381", "0.00%", "没有录入"]) {
    expect(html).toContain(text);
  }
});
