import { expect as plainExpect, type Locator, type Page } from "@playwright/test";

const expect = plainExpect.configure({ timeout: 20_000 });

/** Something is missing for each of these reasons, on the class's list of evidence. */
export async function expectMissing(
  page: Page,
  classId: string,
  reasons: readonly (string | RegExp)[],
): Promise<void> {
  await page.goto(`/classes/${classId}/evidence`);
  for (const reason of reasons) {
    await expect(page.getByRole("cell", { name: reason }).first()).toBeVisible();
  }
}

/** What the page of the seal says is missing, in its order. */
export async function missingItems(
  page: Page,
  rosterId: string,
): Promise<readonly { readonly place: string; readonly message: string }[]> {
  await page.goto(`/rosters/${rosterId}/seal`);
  await page.getByRole("table", { name: "封存前的检查" }).waitFor();
  const rows = page.getByRole("table", { name: "封存前要补齐的" }).locator("tbody tr");
  const found = await rows.evaluateAll((all) =>
    all.map((row) => ({
      place: row.querySelector("th")?.textContent ?? "",
      message: row.querySelector("td:last-child")?.textContent ?? "",
    })),
  );
  return found.map(({ place, message }) => ({ place: place.trim(), message: message.trim() }));
}

/** Seals for good, with the word typed. */
export async function sealRoster(page: Page, rosterId: string): Promise<void> {
  await page.goto(`/rosters/${rosterId}/seal`);
  await expect(page.getByText("各项都已齐全，可以封存")).toBeVisible();
  await page.locator("summary", { hasText: "封存本册" }).click();
  await page.getByLabel(/^请输入/).fill("封存");
  await page.getByRole("button", { name: "封存本册" }).click();
  await expect(page.getByText("已封存。请打印封存名册，随案归档。")).toBeVisible();
}

/** Number and digest as they stand at the foot of the printed roster. */
export interface PrintedSeal {
  readonly code: string;
  readonly digest: string;
}

export async function printedSeal(page: Page, rosterId: string): Promise<PrintedSeal> {
  await page.goto(`/rosters/${rosterId}/seal/print`);
  await page.getByLabel(/^打印用途/).fill("随案归档");
  await page.getByRole("button", { name: "生成打印页" }).click();
  await page.getByRole("img", { name: "核验二维码" }).first().waitFor();
  const text = await page.locator("body").innerText();
  const code = /编号：\s*([0-9A-Z]{5}(?:-[0-9A-Z]{5}){3})/.exec(text)?.[1] ?? "";
  const digest = /摘要（SHA-256）：\s*([0-9A-F]{8}(?: [0-9A-F]{8}){7})/.exec(text)?.[1] ?? "";
  return { code, digest };
}

/** Asks whether a printed seal is the original; answers where the verdict stands. */
export async function checkSeal(page: Page, { code, digest }: PrintedSeal): Promise<Locator> {
  await page.goto("/verify");
  await page.getByLabel(/^编号/).fill(code);
  await page.getByLabel(/^摘要/).fill(digest);
  await page.getByRole("button", { name: "核验", exact: true }).click();
  return page.getByRole("main");
}
