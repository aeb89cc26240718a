import { readFile } from "node:fs/promises";
import * as XLSX from "xlsx";
import { CORRECTIONS } from "./support/corrections";
import { enter, file, MESSY, registerClass, untilChecked, upload } from "./support/rosters";
import { expect, test } from "./support/visitors";

const REMARKS = "问题与改法";

test("[R02] the error workbook comes back mended as a new edition, and its differences are listed", async ({
  openAs,
}) => {
  test.setTimeout(90_000);
  const page = await openAs("nanhua");
  await upload(page, await registerClass(page, "错误表班"), MESSY);
  await untilChecked(page);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "下载错误表" }).click();
  const book = XLSX.read(await readFile(await (await download).path()), { cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  const header = headerOf(sheet);
  for (const [row, column, value] of CORRECTIONS) {
    const cell = cellAt(sheet, row, header.indexOf(column));
    expect(cell.s?.fgColor?.rgb, `ground of row ${row}`).toMatch(/^FF.[0-9A-F]{1}|^F/);
    expect(String(cellAt(sheet, row, header.indexOf(REMARKS)).v)).toContain(column);
    Object.assign(cell, { t: "s", v: value, w: value });
  }
  const mended = XLSX.write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;

  await page.getByLabel(/^改好的文件/).setInputFiles(file("改好.xlsx", mended));
  await page.getByRole("button", { name: "上传新版本" }).click();
  await expect(page.getByText(/第 2 版/)).toBeVisible();
  await untilChecked(page);
  await page.getByRole("link", { name: "与上一版的不同" }).click();
  await expect(page.getByRole("heading", { name: "第 2 版与第 1 版的不同" })).toBeVisible();
  await expect(page.getByText("须改正 → ").first()).toBeVisible();
  await page.getByRole("link", { name: "返回查验结果" }).click();
  await page.goto(await enter(page));
  await expect(page.getByText("58 人").first()).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "马志芬" })).toBeVisible();
});

interface Cell {
  v?: unknown;
  readonly s?: { readonly fgColor?: { readonly rgb?: string } };
}

function cellAt(sheet: XLSX.WorkSheet, row: number, column: number): Cell {
  const found: Cell | undefined = sheet[XLSX.utils.encode_cell({ r: row - 1, c: column })];
  return found ?? {};
}

function headerOf(sheet: XLSX.WorkSheet): string[] {
  const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, blankrows: true });
  return [...(rows.find((row) => row.includes(REMARKS)) ?? [])];
}
