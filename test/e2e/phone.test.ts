import type { Page } from "@playwright/test";
import { signIn } from "./sign-in";
import { CLEAN, firstRow, registerClass, untilChecked, upload } from "./support/rosters";
import { expect, test } from "./support/visitors";

const FINGER_PX = 44;
const WIDEST_PHONE_PX = 480;

test.skip(({ viewport }) => (viewport?.width ?? 0) > WIDEST_PHONE_PX, "for the phone project");

test("@phone what an officer does on a phone fits its width and his finger", async ({ openAs }) => {
  const page = await openAs(null);
  await page.goto("/sign-in");
  await fits(page, "登录");
  await signIn(page, "nanhua");
  await fits(page, "导入花名册");
  await page.goto("/rosters");
  await fits(page, "查询", "查找");
  const classId = await registerClass(page, "手机班");
  await page.goto(`/rosters/import?class=${classId}`);
  await fits(page, "上传并查验");
  await upload(page, classId, CLEAN);
  await untilChecked(page);
  await fits(page);
  await page.getByRole("banner").locator("summary").first().click();
  await page
    .getByRole("navigation", { name: "主菜单" })
    .getByRole("link", { name: "培训班" })
    .click();
  await expect(page.getByRole("heading", { name: "培训班", level: 1 })).toBeVisible();
});

test("@phone a reviewer reads a roster on a phone", async ({ openAs }) => {
  const page = await openAs("mouding-shenhe");
  await page.goto(await firstRow(page, "/rosters"));
  await fits(page, "打印", "导出");
});

/** No sideways scrolling of the page, and these buttons can be hit. */
async function fits(page: Page, ...controls: string[]): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, `${page.url()} is wider than the phone`).toBeLessThanOrEqual(0);
  for (const name of controls) {
    const main = page.getByRole("main");
    const control = main.getByRole("button", { name }).or(main.getByRole("link", { name }));
    const box = await control.first().boundingBox();
    expect(box?.height ?? 0, `height of ${name}`).toBeGreaterThanOrEqual(FINGER_PX);
  }
}
