import type { Page } from "@playwright/test";
import { DEMO_PASSWORD } from "../../prisma/demo/people";
import { MESSY, registerClass } from "./support/rosters";
import { expect, test } from "./support/visitors";

test("an officer signs in, imports, corrects, enters and submits with the keyboard alone", async ({
  openAs,
}) => {
  test.setTimeout(120_000);
  const classId = await registerClass(await openAs("nanhua"), "键盘班");
  const page = await openAs(null);
  await page.goto("/sign-in");
  await page.keyboard.type("nanhua");
  await page.keyboard.press("Tab");
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /您好/ }).waitFor();

  await skipTo(page, "导入花名册");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "选择培训班和文件" }).waitFor();
  await skipTo(page, "培训班");
  const choice = page.getByLabel(/^培训班/);
  await expect(choice).toBeFocused();
  while ((await choice.inputValue()) !== classId) await page.keyboard.press("ArrowDown");
  await tabTo(page, "花名册文件");
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles(MESSY);
  await tabTo(page, "上传并查验");
  await page.keyboard.press("Enter");

  await page.getByRole("heading", { name: "确认入册" }).waitFor({ timeout: 45_000 });
  await skipTo(page, "第 37 行 姓名");
  await page.keyboard.type("马志芬");
  await tabTo(page, "保存更正并重新查验");
  await page.keyboard.press("Enter");
  await page.getByText("已重新查验更正的 1 行。").waitFor();
  await skipTo(page, "只导入无错的 48 行");
  await page.keyboard.press("Enter");
  await page.getByText("已写入花名册").waitFor({ timeout: 45_000 });
  await skipTo(page, "打开花名册");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: /键盘班/ }).waitFor();
  await skipTo(page, "报送");
  await page.keyboard.press("Enter");
  await expect(page.getByText("待审核").first()).toBeVisible();
});

/** By the skip link, as somebody does who does not want to hear the menu again. */
async function skipTo(page: Page, label: string): Promise<void> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    getSelection()?.removeAllRanges();
  });
  await page.getByRole("link", { name: "跳到主要内容" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await tabTo(page, label);
}

const FAR = 150;

/** Presses Tab until the control of this name has the focus, and sees that the focus can be seen. */
async function tabTo(page: Page, label: string): Promise<void> {
  const met: string[] = [];
  for (let steps = 0; steps < FAR; steps += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(focused);
    met.push(here.name);
    if (here.name.startsWith(label)) {
      expect(here.looksFocused, `the focus on ${label} can be seen`).toBe(true);
      return;
    }
  }
  throw new Error(`Tab never came to ${label}; it passed ${met.join(", ")}`);
}

function focused(): { name: string; looksFocused: boolean } {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement)) return { name: "", looksFocused: false };
  const label = "labels" in at ? (at as HTMLInputElement).labels?.[0]?.textContent : null;
  const outlined = (one: Element) => parseFloat(getComputedStyle(one).outlineWidth) >= 2;
  const isOutlined =
    outlined(at) || (at.nextElementSibling !== null && outlined(at.nextElementSibling));
  return {
    name: (label ?? at.getAttribute("aria-label") ?? at.textContent ?? "").trim(),
    looksFocused: isOutlined,
  };
}
