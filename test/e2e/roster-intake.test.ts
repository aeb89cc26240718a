import { expect, type Page } from "@playwright/test";
import { test } from "#test/support/app-server";
import { signIn, signOut } from "./sign-in";
import { CORRECTIONS } from "./support/corrections";

test("[R01] [R02] a county officer turns a messy roster into a checked one, and a reviewer accepts it", async ({
  page,
}) => {
  await signIn(page, "nanhua");
  await page.getByRole("link", { name: "导入花名册" }).first().click();
  await page.getByLabel(/^培训班/).selectOption({ label: "南华县 家政服务员（第3期）" });
  await page.getByLabel(/^花名册文件/).setInputFiles("prisma/demo/training-roster-messy.xlsx");
  await page.getByRole("button", { name: "上传并查验" }).click();

  await expect(tile(page, "可以入册")).toContainText("47");
  await expect(tile(page, "不能入册，须改正")).toContainText("13");
  await expect(tile(page, "自动整理过")).toContainText("6");
  await expect(page.getByText("532324196711076491")).toHaveCount(0);
  for (const [row, column, value] of CORRECTIONS) {
    await page.getByLabel(`第 ${row} 行 ${column}`).fill(value);
  }
  await page.getByRole("button", { name: "保存更正并重新查验" }).click();
  await expect(page.getByText("已重新查验更正的 11 行。")).toBeVisible();
  await expect(tile(page, "不能入册，须改正")).toContainText("2");

  await page.getByRole("button", { name: "只导入无错的 58 行" }).click();
  await expect(page.getByText("已写入花名册")).toBeVisible();
  await expect(tile(page, "新增")).toContainText("58");
  await page.getByRole("link", { name: "打开花名册" }).click();
  await expect(page.getByRole("cell", { name: "马志芬" })).toBeVisible();
  await page.getByRole("button", { name: "报送" }).click();
  await expect(page.getByText("待审核").first()).toBeVisible();
  await signOut(page);

  await signIn(page, "nanhua-shenhe");
  await page.getByRole("link", { name: /审核花名册：家政服务员/ }).click();
  await page.getByRole("button", { name: "核定" }).click();
  await expect(page.getByText("已核定").first()).toBeVisible();
});

function tile(page: Page, label: string) {
  return page
    .getByRole("link", { name: label })
    .or(page.locator("div", { hasText: label }))
    .first();
}
