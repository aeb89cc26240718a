import type { Page } from "@playwright/test";
import * as XLSX from "xlsx";
import { readFileSync } from "node:fs";
import { dayInChina } from "~/platform/clock.server";
import { idOf, press } from "./steps";
import { expect } from "./visitors";

/** The school that taught the class, and where the demonstration's standards pay it. */
export const SCHOOL = { name: "牟定县职业技能培训学校", account: "53050161735200000991" };

/** Money of the county's cell, received in the working days it had. Answers the pot's address. */
export async function openPot(page: Page, name: string): Promise<string> {
  await page.goto("/funds/new?year=2020");
  await page.getByRole("link", { name: /牟定县 · 贫困劳动力转移就业/ }).click();
  await page.getByLabel(/^项目名称/).fill(name);
  await page.getByLabel(/^金额/).fill("300000");
  await page.getByLabel(/^贫困劳动力转移就业/).check();
  await press(page, "设立资金项目", name);
  await page.waitForURL(/\/funds\/[0-9a-f-]{36}/);
  const pot = `/funds/${idOf(page)}`;
  await page.goto(`${pot}/receipts/new`);
  await page.getByLabel(/^拨款单位/).fill("楚雄州财政局");
  await page.getByLabel(/^到账金额/).fill("300000");
  await page.getByLabel(/^接函日期/).fill("2020-05-11");
  await page.getByLabel(/^到账日期/).fill("2020-06-01");
  await page.getByLabel(/^凭证号/).fill("收-20200601");
  await page.getByRole("button", { name: "登记到账" }).click();
  await page.waitForURL((url) => url.pathname === pot);
  await expect(page.getByRole("main")).toContainText("按期");
  return pot;
}

/** Draws the sealed class up as a claim that its school is paid. Answers the claim's address. */
export async function drawFromClass(page: Page, className: string, pot: string): Promise<string> {
  await page.goto("/claims/new?kind=TRAINING");
  await page.getByRole("link", { name: `选择${className}` }).click();
  await page.getByRole("link", { name: "改为发给培训机构" }).click();
  await page.getByRole("link", { name: "改为发给学员本人" }).waitFor();
  await page.getByLabel(/^资金项目/).selectOption(pot.split("/").at(-1) ?? "");
  await page.getByLabel(/^申领年度/).selectOption("2020");
  await page.getByRole("button", { name: "编制并核查" }).click();
  await page.waitForURL(/\/claims\/[0-9a-f-]{36}\?/);
  return `/claims/${idOf(page)}`;
}

/** The school's own account, entered by who pays. */
export async function enterUnitAccount(page: Page, claim: string): Promise<void> {
  await page.goto(`${claim}/account`);
  await page.getByLabel(/^户名/).fill(SCHOOL.name);
  await page.getByLabel(/^开户银行/).fill("牟定县农村信用合作联社");
  await page.getByLabel(/^账号/).fill(SCHOOL.account);
  await page.getByLabel(/^再填一次账号/).fill(SCHOOL.account);
  await page.getByRole("button", { name: "登记账户" }).click();
  await page.waitForURL(/\/payments/);
}

/** Sends the file to the bank and enters that all of it was paid. */
export async function payAll(page: Page, claim: string): Promise<void> {
  await page.goto(`${claim}/payments`);
  await page.getByRole("button", { name: /^生成代发文件/ }).click();
  await page.getByRole("button", { name: "下载代发文件" }).waitFor();
  const sent = page.waitForEvent("download");
  await page.getByRole("button", { name: "下载代发文件" }).click();
  const answer = bankAnswer(await (await sent).path());
  await page.getByLabel(/^支付凭证号/).fill("支-0001");
  const file = { name: "回盘.csv", mimeType: "text/csv", buffer: Buffer.from(answer) };
  await page.getByLabel(/^银行回盘文件/).setInputFiles(file);
  await press(page, "登记回盘", /成功 \d+ 条，失败 0 条/);
}

/** Every row of the file as the bank gives it back. */
function bankAnswer(sent: string): string {
  const book = XLSX.read(readFileSync(sent));
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false });
  const at = rows.findIndex((row) => row.includes("账号"));
  const column = (name: string) => rows[at]?.findIndex((cell) => cell.startsWith(name)) ?? -1;
  const wanted = ["序号", "账号", "金额"].map(column);
  expect(wanted).not.toContain(-1);
  const answered = rows
    .slice(at + 1)
    .filter((row) => /^\d+$/.test(row[wanted[0] ?? 0] ?? ""))
    .map((row) => wanted.map((cell) => (row[cell] ?? "").replaceAll(",", "")))
    .map((row) => [...row, "成功", "", dayInChina(new Date())].join(","));
  expect(answered.length).toBeGreaterThan(0);
  return ["序号,账号,金额,结果,失败原因,日期", ...answered].join("\n");
}

/** The claim's lines and sum as its page states them, in yuan. */
export async function sumOf(page: Page, claim: string) {
  await page.goto(claim);
  const text = await page.getByText(/全批 \d+ 条/).innerText();
  const [, lines = "", yuan = ""] = /全批 (\d+) 条，([\d,.]+) 元/.exec(text) ?? [];
  return { lines: Number(lines), yuan: Number(yuan.replaceAll(",", "")) };
}

/** What the pot says is set aside and spent, in yuan. */
export async function expectPot(
  page: Page,
  pot: string,
  { committed, spent }: { readonly committed: number; readonly spent: number },
): Promise<void> {
  await page.goto(pot);
  for (const [label, yuan] of [
    ["已安排", committed],
    ["已支出", spent],
  ] as const) {
    const tile = page.getByRole("link", { name: new RegExp(`^${label}`) });
    await expect(tile).toContainText(new RegExp(`${yuan.toLocaleString("en-US")}(\\.00)?\\s*元`));
  }
}

/** Names of the people on the first page of the claim's lines. */
export async function namesOf(page: Page, claim: string): Promise<readonly string[]> {
  await page.goto(claim);
  const rows = page.getByRole("table", { name: /明细$/ }).getByRole("rowheader");
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).map((text) => text.trim());
}

/** Who stands in the claim once the lines that bar it are out; the clause of one that is shown before. */
export async function takeOutWhoBars(page: Page, claim: string): Promise<void> {
  await page.goto(claim);
  await press(page, "核查", /\d+ 条明细不能报送/);
  await page.goto(`${claim}?group=blocked`);
  await page.getByRole("table", { name: /明细$/ }).getByRole("link").first().click();
  await page.waitForURL(/\/lines\//);
  const verdicts = page.getByRole("table", { name: /结论/ });
  const verdict = verdicts.getByRole("row").filter({ hasText: "事项发生时是建档立卡贫困人口" });
  await expect(verdict).toContainText(/不符合.*边缘易致贫户.*〔20\d\d〕/s);
  await page.goto(`${claim}/take-out`);
  await page.getByLabel(/^移出原因/).fill("开班当日不符合补贴对象条件");
  await page.getByRole("button", { name: /^移出 \d+ 条$/ }).click();
  await page.getByText("已移出不能报送的明细").waitFor();
}

/** Work that began before the class and went on in it, entered afterwards. */
export async function enterWorkBesideClass(page: Page, name: string): Promise<void> {
  await page.goto(`/placements/new?text=${encodeURIComponent(name)}`);
  await page
    .getByRole("link", { name: new RegExp(`^选定 ${name} `) })
    .first()
    .click();
  await page.getByLabel(/^用人单位(?!统一)/).fill("杨先生家");
  await page.getByLabel(/^单位类型/).selectOption({ label: "家庭或个人雇主" });
  await page.getByLabel(/^就业地(?!所在)/).selectOption("310114");
  await page.getByLabel(/^上岗日期/).fill("2020-06-01");
  await page.getByRole("radio", { name: "正规就业" }).check();
  await page.getByRole("radio", { name: "未签" }).check();
  await page.getByRole("radio", { name: "自发" }).check();
  await page.getByRole("button", { name: "登记", exact: true }).click();
  await page.waitForURL(/\/placements\/[0-9a-f-]{36}/);
}

/** Proposed by the check: a second person confirms it, finance enters what came back. */
export async function clawBack(reviewer: Page, finance: Page, name: string): Promise<void> {
  await reviewer.goto("/clawbacks");
  await reviewer.getByRole("table").getByRole("link", { name }).first().click();
  await reviewer.waitForURL(/\/clawbacks\/[0-9a-f-]{36}/);
  await expect(reviewer.getByRole("main")).toContainText("没有核对");
  await reviewer.getByLabel(/^依据或原因/).fill("向本人和用人单位核实，培训期间在上海务工");
  await press(reviewer, "确认追回", "已办理。");
  await finance.goto(new URL(reviewer.url()).pathname);
  await finance.getByLabel(/^收款凭证号/).fill("退-0001");
  await press(finance, "登记已收回", "已登记追回");
}
