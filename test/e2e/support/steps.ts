import type { Page } from "@playwright/test";

/** Presses the button and waits until the page says this. */
export async function press(page: Page, button: string, then: string | RegExp): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.getByText(then).first().waitFor();
}

/** The last part of the address: the id of the thing just made. */
export function idOf(page: Page): string {
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}
