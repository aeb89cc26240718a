import type { Page } from "@playwright/test";
import { rawWorkbook, worksheet } from "#test/support/hostile-workbooks";

/** A file as a form sends it; a string is a path in the project. */
export type RosterFile =
  string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

export const MESSY = "prisma/demo/training-roster-messy.xlsx";
export const CLEAN = "prisma/demo/training-roster-clean.xlsx";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Bytes under a name of their own. */
export function file(name: string, content: Buffer | string): RosterFile {
  return { name, mimeType: XLSX, buffer: Buffer.from(content) };
}

/** Registers a class of Nanhua in June 2020 and answers its id. */
export async function registerClass(page: Page, name: string, term = "第1期"): Promise<string> {
  await page.goto("/classes/new");
  await page.getByLabel(/^培训工种/).fill("家政服务员");
  await page.getByLabel(/^培训班名称/).fill(name);
  await page.getByLabel(/^期次/).fill(term);
  await page.getByLabel(/^开班日期/).fill("2020-06-01");
  await page.getByLabel(/^结业日期/).fill("2020-06-15");
  await page.getByRole("button", { name: "登记培训班" }).click();
  await page.waitForURL(/created=1/);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** Sends a file through the form and answers the address of its import. */
export async function upload(page: Page, classId: string, roster: RosterFile): Promise<string> {
  await page.goto(`/rosters/import?class=${classId}`);
  await page.getByLabel(/^花名册文件/).setInputFiles(roster);
  await page.getByRole("button", { name: "上传并查验" }).click();
  await page.waitForURL(/\/rosters\/imports\//);
  return new URL(page.url()).pathname;
}

/** Waits until the worker has said what it thinks of the file. */
export async function untilChecked(page: Page): Promise<void> {
  const verdict = page
    .getByRole("heading", { name: "确认入册" })
    .or(page.getByText("需要您指认表头"))
    .or(page.getByText("这份文件不能导入，没有写入任何数据"));
  await verdict.first().waitFor({ timeout: 45_000 });
}

/** Enters the good rows of a checked import and answers the address of the roster. */
export async function enter(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^(确认入册|只导入无错的)/ }).click();
  const link = page.getByRole("link", { name: "打开花名册" });
  await link.waitFor({ timeout: 45_000 });
  return (await link.getAttribute("href")) ?? "";
}

/** The address behind the first row of a list. */
export async function firstRow(page: Page, list: string): Promise<string> {
  await page.goto(list);
  const link = page.getByRole("rowheader").getByRole("link").first();
  return (await link.getAttribute("href")) ?? "";
}

/** A workbook of these rows of text. */
export function plainWorkbook(rows: readonly (readonly string[])[]): Buffer {
  const cell = (text: string) => `<c t="str"><v>${text}</v></c>`;
  const xml = rows.map((row, index) => `<row r="${index + 1}">${row.map(cell).join("")}</row>`);
  return rawWorkbook({ sheet: worksheet(xml.join("")) });
}
