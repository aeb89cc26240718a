import type { Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../../prisma/demo/people";

/** Signs a demonstration user in and waits for his first page. */
export async function signIn(page: Page, account: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel(/^账号/).fill(account);
  await page.getByLabel(/^密码/).fill(DEMO_PASSWORD);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("heading", { name: /您好/ }).waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole("banner").locator("summary").last().click();
  await page.getByRole("button", { name: "退出登录" }).click();
  await page.getByRole("heading", { name: "登录" }).waitFor();
}
