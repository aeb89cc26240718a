import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import * as XLSX from "xlsx";
import { untilChecked } from "./support/rosters";
import { readTable } from "./support/tables";
import { expect, test } from "./support/visitors";

const LEDGER = "prisma/demo/placement-roster-prefecture.xlsx";
const BOARD = "/targets?asOf=2020-08-31";
const SHANGHAI = "来沪就业人数（楚雄彝族自治州）";
const PROVINCE = "省内就近就地就业人数（楚雄彝族自治州）";

/** Counted from the file's own cells, without the product. */
function countedInTheFile(province: string): Record<string, number> {
  const book = XLSX.read(readFileSync(LEDGER));
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false }).slice(3, -1);
  const people = new Map<string, Set<string>>();
  for (const row of rows) {
    const [county = "", number = "", where = ""] = [row[1], row[6], row[8]];
    if (where !== province) continue;
    people.set(county, (people.get(county) ?? new Set()).add(number));
  }
  return Object.fromEntries([...people].map(([county, numbers]) => [county, numbers.size]));
}

async function boardOf(page: Page, target: string) {
  await page.goto(BOARD);
  const card = page.getByRole("region", { name: target });
  const rows = await readTable(card.getByRole("table"));
  return rows.filter((row) => row["县（市、区）"] !== "合计");
}

const figures = (rows: readonly Record<string, string>[], heading: string) =>
  Object.fromEntries(rows.map((row) => [row["县（市、区）"] ?? "", Number(row[heading])]));

test("[R09] [T01] [T02] the prefecture's board counts what its ledger says, and a proof moves a person into it", async ({
  openAs,
}) => {
  test.setTimeout(180_000);
  const prefecture = await openAs("chuxiong");
  expect(figures(await boardOf(prefecture, SHANGHAI), "登记")).toEqual(countedInTheFile("上海市"));
  expect(figures(await boardOf(prefecture, PROVINCE), "登记")).toEqual(countedInTheFile("云南省"));
  const tasks = figures(await boardOf(prefecture, SHANGHAI), "任务");
  const shares = {
    双柏县: 15,
    牟定县: 15,
    南华县: 50,
    姚安县: 10,
    大姚县: 20,
    永仁县: 15,
    武定县: 25,
  };
  expect(tasks).toEqual(shares);

  const officer = await openAs("nanhua");
  const before = (await boardOf(officer, SHANGHAI))[0] ?? {};
  const card = officer.getByRole("region", { name: SHANGHAI });
  const nanhua = card.getByRole("row", { name: /^南华县/ });
  await nanhua.getByRole("link").last().click();
  await expect(officer.getByRole("columnheader", { name: "未计入原因" })).toBeVisible();
  const [person] = await readTable(officer.getByRole("table"));
  expect(person?.["未计入原因"]).toContain("佐证");
  await officer.getByRole("rowheader").getByRole("link").first().click();
  await officer.getByRole("link", { name: /^佐证/ }).first().click();
  await officer.getByLabel(/^材料类别/).selectOption({ label: "务工证明" });
  await officer.getByLabel(/^证明的月份（起）/).fill("2020-08");
  await officer.getByLabel(/^文件/).setInputFiles({
    name: "务工证明.png",
    mimeType: "image/png",
    buffer: Buffer.from(ONE_PIXEL, "base64"),
  });
  await officer.getByRole("button", { name: "上传佐证" }).click();
  await expect(officer.getByText("佐证已上传。")).toBeVisible();
  const after = (await boardOf(officer, SHANGHAI))[0] ?? {};
  const counted = (row: Record<string, string>) => Number(row["计入（人）"]);
  expect(counted(after)).toBe(counted(before) + 1);
  expect(Number(after["未计入"])).toBe(Number(before["未计入"]) - 1);
});

test("[R08] the ledger that went out comes back without a difference", async ({ openAs }) => {
  test.setTimeout(180_000);
  const officer = await openAs("nanhua");
  await officer.goto("/placements");
  await officer.getByRole("link", { name: "导出台账" }).click();
  await officer.getByRole("radio", { name: /完整号码/ }).check();
  await officer.getByRole("textbox", { name: "用途" }).fill("与嘉定区核对名单");
  const downloading = officer.waitForEvent("download");
  await officer.getByRole("button", { name: /导出/ }).click();
  const file = await (await downloading).path();
  await officer.goto("/placements/import");
  const bytes = readFileSync(file);
  const name = "转移就业台账.xlsx";
  const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const region = officer.getByLabel(/^台账所属地区/);
  if (await region.isVisible()) await region.selectOption({ index: 1 });
  await officer.getByLabel(/^台账文件/).setInputFiles({ name, mimeType, buffer: bytes });
  await officer.getByRole("button", { name: "上传并查验" }).click();
  await officer.waitForURL(/\/rosters\/imports\//);
  await untilChecked(officer);
  const rows = await readTable(officer.getByRole("table").last());
  expect(rows.length).toBeGreaterThan(40);
  for (const row of rows) expect(Object.values(row)).toContain("台账已有，不重复");
  await expect(officer.getByRole("link", { name: /^与记录不一致\s*0$/ })).toBeVisible();
});

test("[R24] the labour station asks the overdue first, with the telephone number on request and one key", async ({
  openAs,
}) => {
  const station = await openAs("gongzuozhan");
  await station.goto("/follow-ups");
  const row = station.getByRole("row").nth(1);
  const name = await row.getByRole("rowheader").innerText();
  await row.getByRole("button", { name: "显示电话" }).click();
  await expect(
    station
      .getByRole("row")
      .nth(1)
      .getByText(/^1\d{10}$/),
  ).toBeVisible();
  await station.getByRole("row").nth(1).getByRole("button", { name: "在岗" }).click();
  await expect(station.getByRole("row").nth(1)).not.toContainText(name);
});

test("[R20] [R21] county and district explain what differs, sign, and the month stands until the prefecture opens it", async ({
  openAs,
}) => {
  test.setTimeout(120_000);
  const officer = await openAs("nanhua");
  await officer.goto("/reconciliations?year=2020");
  await officer.getByRole("link", { name: /\d+ \/ \d+/ }).click();
  await officer.getByLabel(/^人数不同的原因/).fill("区方按到岗登记日统计，一人六月初到岗。");
  await officer.getByRole("button", { name: "保存说明" }).click();
  await expect(officer.getByText("说明已保存。")).toBeVisible();
  const address = new URL(officer.url()).pathname;

  const reviewer = await openAs("nanhua-shenhe");
  await reviewer.goto(address);
  await reviewer.getByRole("button", { name: "县方签字" }).click();
  await expect(reviewer.getByText("签字已登记，等待对方签字。")).toBeVisible();
  const district = await openAs("jiading");
  await district.goto(address);
  await district.getByRole("button", { name: "区方签字" }).click();
  await expect(district.getByText("双方均已签字，本月锁定。")).toBeVisible();
  await officer.goto(address);
  await expect(officer.getByRole("button", { name: "重新取数" })).toHaveCount(0);
  await expect(officer.getByRole("button", { name: "重新打开本月对账" })).toHaveCount(0);

  const prefecture = await openAs("chuxiong");
  await prefecture.goto(address);
  await prefecture.getByLabel(/^重新打开的原因/).fill("嘉定区补报一人");
  await prefecture.getByRole("button", { name: "重新打开本月对账" }).click();
  await expect(prefecture.getByText(/已重新打开，进入新一轮对账/)).toBeVisible();
});

const ONE_PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
