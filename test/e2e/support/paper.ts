import { expect as plainExpect, type Page } from "@playwright/test";
import { pdfPages } from "~/platform/image/pdf-pages.server";
import { distortPage, type Distortion } from "#test/support/distort-page";
import { signPage, type SignedCell } from "#test/support/draw-page";

const expect = plainExpect.configure({ timeout: 45_000 });

/** Rows of a sheet, as the product prints them. */
const ROWS = 10;

/** Prints the roster for ink through its page and answers the sheets as pictures. */
export async function printSheets(page: Page, rosterId: string): Promise<readonly Buffer[]> {
  await page.goto(`/rosters/${rosterId}/print`);
  await page.getByLabel(/^打印用途/).fill("结业签字按手印");
  await page.getByRole("button", { name: "生成打印页" }).click();
  await page.getByRole("region", { name: "打印预览" }).waitFor();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const sheets: Buffer[] = [];
  for await (const { picture } of pdfPages(pdf)) sheets.push(picture);
  return sheets;
}

/** Whose ink is wanted on a sheet: in row `3` the signature, in row `7` both. */
export type Blanks = Readonly<Record<number, readonly SignedCell["element"][]>>;

const BOTH: readonly SignedCell["element"][] = ["SIGNATURE", "FINGERPRINT"];

/** The cells of a sheet of `rows` people, but for the blank ones. */
export function cellsBut(blanks: Blanks, rows = ROWS): readonly SignedCell[] {
  return Array.from({ length: rows }, (_, at) => at + 1).flatMap((row) =>
    BOTH.filter((element) => !(blanks[row] ?? []).includes(element)).map((element) => ({
      row,
      element,
    })),
  );
}

/** Both cells of one row and no others. */
export function bothOf(row: number): readonly SignedCell[] {
  return BOTH.map((element) => ({ row, element }));
}

/** Signs a sheet and takes its picture, as a phone or scanner does. */
export async function scanOf(
  sheet: Buffer | undefined,
  cells: readonly SignedCell[],
  distortion: Distortion,
): Promise<Buffer> {
  if (sheet === undefined) throw new Error("no such sheet");
  return distortPage(await signPage(sheet, cells, distortion.seed), distortion);
}

/** Uploads scans at once and waits until they are read. */
export async function uploadScans(
  page: Page,
  rosterId: string,
  scans: Readonly<Record<string, Buffer>>,
): Promise<void> {
  await page.goto(`/rosters/${rosterId}/scans`);
  const files = Object.entries(scans).map(([name, buffer]) => ({
    ...{ name, mimeType: "image/jpeg", buffer },
  }));
  await page.getByLabel(/^扫描件或照片/).setInputFiles(files);
  await page.getByRole("button", { name: "上传并读取" }).click();
  for (const { name } of files) {
    await expect(page.getByRole("rowheader", { name, exact: true })).toBeVisible();
  }
}

/** Takes every cell the reading is sure about as it proposes. */
export async function confirmClear(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^确认全部无疑问的/ }).click();
  await expect(page.getByText("无疑问的签字手印已全部确认。")).toBeVisible();
}

/** A second picture of a page is taken in the place of the first. */
export async function replaceFormer(page: Page, rosterId: string, name: string): Promise<void> {
  await page.goto(`/rosters/${rosterId}/scans`);
  await page.getByRole("row").filter({ hasText: name }).getByRole("link").first().click();
  await page.getByRole("button", { name: "用这一份替代前一份" }).click();
  await expect(page.getByText("前一份扫描件已设为不采用，请确认本页。")).toBeVisible();
  await page.getByRole("link", { name: "返回扫描件" }).click();
}
