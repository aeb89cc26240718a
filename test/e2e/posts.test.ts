import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import * as XLSX from "xlsx";
import { addDays, day, type CalendarDate } from "~/domain/shared/calendar-date";
import { addMonths, monthOf, monthsEnd } from "~/domain/shared/months";
import { dayInChina } from "~/platform/clock.server";
import { drawNameByFinger } from "./support/ink";
import { readQr } from "./support/qr";
import { idOf, press } from "./support/steps";
import { expect, test } from "./support/visitors";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 };
const REGISTRY = "prisma/demo/registry-export.xlsx";
const LEDGER = "prisma/demo/placement-roster-prefecture.xlsx";
const QUOTA = { title: "河道保洁员", rate: "900" };
/** The last of three whole months is over. */
const BEGUN = addMonths(monthOf(dayInChina(new Date())), -4);
const MONTHS = [0, 1, 2].map((later) => addMonths(BEGUN, later));

interface Payee {
  readonly name: string;
  readonly number: string;
  readonly account: string;
}

function cellsOf(file: string): string[][] {
  const book = XLSX.read(readFileSync(file));
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  return XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false });
}

/** Two grown-up people of the county's registry who are in no ledger. */
function twoOfTheRegistry(): readonly [Payee, Payee] {
  const placed = new Set(cellsOf(LEDGER).flat());
  const found = cellsOf(REGISTRY)
    .filter((row) => row[2] === "南华县" && /^\d{17}[\dX]$/.test(row[8] ?? ""))
    .map((row) => ({ name: row[7] ?? "", number: row[8] ?? "" }))
    .filter(({ number }) => !placed.has(number))
    .filter(({ number }) => number.slice(6, 10) >= "1970" && number.slice(6, 10) <= "1995")
    .slice(-2);
  const [first, second] = found;
  if (first === undefined || second === undefined) throw new Error("nobody in the registry");
  return [
    { ...first, account: "6217001830099990001" },
    { ...second, account: "6217001830099990002" },
  ];
}

test("[R05] [R12] a post from its quota to the locked third month, with a missing receipt found and put right", async ({
  openAs,
}) => {
  test.setTimeout(240_000);
  const officer = await openAs("nanhua");
  const reviewer = await openAs("nanhua-shenhe");
  const finance = await openAs("caiwu");
  const phone = await openAs(null, PHONE);
  const payees = twoOfTheRegistry();
  const [first, second] = payees;
  await test.step("quota, two people proposed with their accounts", async () => {
    const quota = await registerQuota(officer);
    for (const payee of payees) await propose(officer, quota, payee);
  });
  await test.step("told to the public, then confirmed by another person", async () => {
    const notice = await announce(officer, payees);
    await confirm(reviewer, notice, payees);
  });
  for (const month of MONTHS) {
    await test.step(`${month.slice(0, 7)}: attendance, wages, bank, receipts, lock`, async () => {
      const sheet = await drawWages(officer, month, payees);
      await reviewer.goto(`/wage-sheets/${sheet}`);
      await press(reviewer, "审核通过", "已审核");
      await pay(finance, sheet, payees);
      const isLast = month === MONTHS.at(-1);
      await receive(officer, phone, sheet, first);
      if (isLast) await findMissing(officer, reviewer, sheet, second);
      await receive(officer, phone, sheet, second);
      await reviewer.goto(`/wage-sheets/${sheet}`);
      await press(reviewer, "锁定本月", "已锁定");
    });
  }
  await test.step("the board shows three months paid and signed for", async () => {
    await officer.goto(`/posts?text=${encodeURIComponent(first.name)}&state=all`);
    await expect(officer.getByRole("main")).toContainText(`${first.name} ${QUOTA.title}`);
    await expect(officer.getByRole("main")).toContainText("已签收 3/3 月");
  });
});

async function registerQuota(page: Page): Promise<string> {
  await page.goto("/posts/quotas/new");
  await page.getByLabel(/^乡镇/).fill("沙桥镇");
  await page.getByLabel(/^岗位类别/).selectOption({ label: "保洁" });
  await page.getByLabel(/^岗位名称/).fill(QUOTA.title);
  await page.getByLabel(/^用工单位/).fill("沙桥镇人民政府");
  await page.getByLabel(/^岗位数/).fill("2");
  await page.getByLabel(/^月工资标准/).fill(QUOTA.rate);
  await page.getByLabel(/^资金来源/).fill("沪滇劳务协作资金");
  await page.getByLabel(/^文件文号/).fill("南人社发〔2026〕7号");
  await page.getByLabel(/^指标起始日/).fill(BEGUN);
  await page.getByLabel(/^指标截止日/).fill(monthsEnd(BEGUN, 6));
  await page.getByRole("button", { name: "登记指标" }).click();
  await page.waitForURL(/\/posts\/quotas\/[0-9a-f-]{36}/);
  return idOf(page);
}

/** Too long a term is refused with its last day; then he is proposed for three months. */
async function propose(page: Page, quota: string, payee: Payee): Promise<void> {
  await page.goto(`/posts/appointments/new?quota=${quota}`);
  await page.getByLabel(/^身份证号/).fill(payee.number);
  await page.getByLabel(/^姓名(?!或)/).fill(payee.name);
  await page.getByLabel(/^上岗日期/).fill(BEGUN);
  await page.getByLabel(/^任期截止日/).fill(addDays(monthsEnd(BEGUN, 6), 1));
  await press(page, "登记拟聘", new RegExp(monthsEnd(BEGUN, 6)));
  await page.getByLabel(/^任期截止日/).fill(monthsEnd(BEGUN, 3));
  await page.getByRole("button", { name: "登记拟聘" }).click();
  await page.waitForURL(/\/posts\/appointments\/[0-9a-f-]{36}/);
  await page.goto(`/posts/appointments/${idOf(page)}/account`);
  await page.getByLabel(/^户名/).fill(payee.name);
  await page.getByLabel(/^开户银行/).fill("南华县农村信用合作联社");
  await page.getByLabel(/^账号/).fill(payee.account);
  await page.getByLabel(/^再填一次账号/).fill(payee.account);
  await page.getByRole("button", { name: "登记账户" }).click();
  await page
    .getByText(/6217 \*{4} 000\d/)
    .first()
    .waitFor();
}

async function announce(page: Page, payees: readonly Payee[]): Promise<string> {
  await page.goto("/posts/notices/new");
  for (const { name } of payees) {
    await page.getByRole("checkbox", { name: `选择 ${name}` }).check();
  }
  await page.getByLabel(/^公示标题/).fill("沙桥镇河道保洁员拟聘人员公示");
  await page.getByLabel(/^公示开始日/).fill(addDays(BEGUN, -12));
  await page.getByLabel(/^公示截止日/).fill(addDays(BEGUN, -8));
  await page.getByLabel(/^公示地点/).fill("沙桥镇政务公开栏");
  await page.getByLabel(/^受理异议的联系方式/).fill("县人社局就业科");
  await page.getByRole("button", { name: "发布公示" }).click();
  await page.waitForURL(/\/posts\/notices\/[0-9a-f-]{36}/);
  const id = idOf(page);
  // It hung before it was entered: without its picture it is not over.
  await page.goto(`/posts/notices/${id}/proof`);
  await page.getByLabel(/^公示现场照片或公示表扫描件/).setInputFiles({
    ...{ name: "公示现场.png", mimeType: "image/png" },
    buffer: await page.screenshot(),
  });
  await press(page, "上传", "公示照片已上传。");
  await press(page, "结束公示", "公示已结束");
  return id;
}

async function confirm(page: Page, notice: string, payees: readonly Payee[]): Promise<void> {
  await page.goto(`/posts/notices/${notice}`);
  for (const { name } of payees) {
    await page.getByRole("checkbox", { name: `选择 ${name}` }).check();
  }
  await press(page, "确认聘用所选人员", "已聘用");
}

/** Both worked the whole month; nothing is entered before the officer says so. */
async function drawWages(
  page: Page,
  month: CalendarDate,
  payees: readonly Payee[],
): Promise<string> {
  const query = `month=${month.slice(0, 7)}&township=${encodeURIComponent("沙桥镇")}`;
  await page.goto(`/posts/attendance?${query}`);
  for (const { name } of payees) {
    await page.getByLabel(`${name} 整月`).selectOption({ label: "全月出勤" });
  }
  await page.getByRole("button", { name: /^保存/ }).first().click();
  await page.waitForURL(/saved=2/);
  await page.goto(`/wage-sheets/new?${query}`);
  await page.getByRole("button", { name: "生成工资表" }).click();
  await page.waitForURL(/\/wage-sheets\/[0-9a-f-]{36}/);
  const id = idOf(page);
  await press(page, "报审", "待审核");
  return id;
}

/** The file goes to the bank, and its answer comes back. */
async function pay(page: Page, sheet: string, payees: readonly Payee[]): Promise<void> {
  await page.goto(`/wage-sheets/${sheet}/payment`);
  await press(page, "生成代发文件（2 人）", "代发文件已生成");
  const sent = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载代发文件" }).first().click();
  const rows = cellsOf(await (await sent).path());
  const head = rows.findIndex((row) => row.includes("账号"));
  const accounts = rows.slice(head + 1).map((row) => row[rows[head]?.indexOf("账号") ?? 0]);
  expect(accounts.filter((one) => payees.some(({ account }) => account === one))).toHaveLength(2);
  const answered = rows
    .slice(head + 1)
    .filter((row) => payees.some(({ account }) => row.includes(account)))
    .map((row) => [row[0], row.find((cell) => /^\d{19}$/.test(cell)), "900", "成功", "", TODAY]);
  const text = ["序号,账号,金额,结果,失败原因,日期", ...answered.map((row) => row.join(","))];
  await page.getByLabel(/^银行回盘文件/).setInputFiles({
    name: "回盘.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(text.join("\n")),
  });
  await page.getByRole("button", { name: /登记回盘/ }).click();
  await page.getByText("回盘已登记。").waitFor();
}

const TODAY: CalendarDate = day(dayInChina(new Date()));

/** On his own phone, by the code that is shown once. */
async function receive(officer: Page, phone: Page, sheet: string, { name }: Payee): Promise<void> {
  await openSigning(officer, sheet);
  const row = officer.getByRole("row").filter({ hasText: name });
  await row.getByRole("button", { name: "手机二维码" }).click();
  const link = await readQr(officer.getByRole("img", { name: /的签字二维码$/ }));
  await phone.goto(link);
  await press(phone, "是我本人", `${name}，请看完再签字`);
  await expect(phone.getByRole("main")).toContainText("900 元");
  await phone.getByRole("checkbox", { name: /我已看过/ }).check();
  await drawNameByFinger(phone);
  await press(phone, "确认提交", /签字完成|签收完成/);
}

async function openSigning(page: Page, sheet: string): Promise<void> {
  await page.goto(`/wage-sheets/${sheet}`);
  await page.getByRole("link", { name: /^签收/ }).first().click();
  await page.waitForURL(/\/signing/);
}

/** The month does not close: whose receipt is missing is named, and the sheet's list shows him. */
async function findMissing(
  officer: Page,
  reviewer: Page,
  sheet: string,
  { name }: Payee,
): Promise<void> {
  await reviewer.goto(`/wage-sheets/${sheet}`);
  await press(reviewer, "锁定本月", new RegExp(`没有签收：${name}`));
  await officer.goto(`/wage-sheets/${sheet}?group=unsigned`);
  await expect(officer.getByRole("rowheader")).toHaveText([new RegExp(name)]);
}
