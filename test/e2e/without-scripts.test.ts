import { signIn, signOut } from "./sign-in";
import { MESSY, registerClass, untilChecked, upload } from "./support/rosters";
import { expect, test } from "./support/visitors";

test("without scripts an officer searches, imports, corrects, enters and submits, and a reviewer accepts", async ({
  openAs,
}) => {
  test.setTimeout(120_000);
  const page = await openAs(null, { javaScriptEnabled: false });
  await signIn(page, "nanhua");
  const classId = await registerClass(page, "无脚本班");
  await upload(page, classId, MESSY);
  await untilChecked(page);
  await page.getByLabel("第 37 行 姓名").fill("马志芬");
  await page.getByRole("button", { name: "保存更正并重新查验" }).click();
  await expect(page.getByText("已重新查验更正的 1 行。")).toBeVisible();
  await page.getByRole("button", { name: "只导入无错的 48 行" }).click();
  await page.getByRole("link", { name: "打开花名册" }).click();
  await page.getByRole("searchbox", { name: "在本册中查找" }).fill("马志芬");
  await page.getByRole("button", { name: "查找" }).click();
  await expect(page.getByRole("rowheader", { name: "马志芬" })).toHaveCount(1);
  await page.getByRole("button", { name: "报送" }).click();
  await expect(page.getByText("已报送，等待审核人核定。")).toBeVisible();
  await signOut(page);

  await signIn(page, "nanhua-shenhe");
  await page
    .getByRole("link", { name: /无脚本班/ })
    .first()
    .click();
  await page.getByText("退回", { exact: true }).click();
  await page.getByRole("button", { name: "确认退回" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel(/^退回原因/).fill("第 3 行电话请核对");
  await page.getByRole("button", { name: "确认退回" }).click();
  await expect(page.getByText("已退回，县级经办人补正后再报送。")).toBeVisible();
});
