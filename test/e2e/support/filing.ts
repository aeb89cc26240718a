import type { Page } from "@playwright/test";
import { idOf, press } from "./steps";

/** Draws up a plan of 2020 for one trade and hands it in; answers its address. */
export async function submitPlan(page: Page, title: string, trade: string): Promise<string> {
  await page.goto("/plans/new");
  await page.getByLabel(/^年度/).fill("2020");
  await page.getByLabel(/^计划名称/).fill(title);
  await page.getByLabel(/^目标任务/).fill("培训建档立卡劳动力 60 人，结业率不低于九成。");
  await page.getByLabel(/^时间节点/).fill("5 月摸底，6 月开班，7 月归档。");
  await page.getByLabel(/^责任区分/).fill("县人社局组织和监督，培训机构教学。");
  await page.getByLabel(/^工作举措/).fill("送培训到乡镇，全程留存影像和签到资料。");
  const first = page.getByRole("group", { name: "第 1 行" });
  await first.getByLabel(/^工种/).fill(trade);
  await first.getByLabel(/^计划班数/).fill("2");
  await first.getByLabel(/^计划人数/).fill("60");
  await first.getByLabel(/^预算/).fill("36000");
  await press(page, "保存计划", "计划已保存。核对后报送审批。");
  await press(page, "报送审批", "已报送，等待另一人审批。");
  return new URL(page.url()).pathname;
}

/** Registers a provider that teaches the trade; answers its id. */
export async function registerProvider(page: Page, name: string, trade: string): Promise<string> {
  await page.goto("/providers/new");
  await page.getByLabel(/^机构名称/).fill(name);
  await page.getByLabel(/^统一社会信用代码/).fill("91350100M000100Y43");
  await page.getByLabel(/^许可证有效期至/).fill("2025-12-31");
  await page.getByLabel(/^可培训工种/).fill(trade);
  await page.getByRole("button", { name: "登记培训机构" }).click();
  await page.waitForURL(/done=create/);
  return idOf(page);
}

/** Fills in the filing of a registered class and asks for its approval. */
export async function fileClass(
  page: Page,
  classId: string,
  { planId, providerId }: { readonly planId: string; readonly providerId: string },
): Promise<void> {
  await page.goto(`/classes/${classId}/filing`);
  await page.getByLabel(/^年度培训计划/).selectOption(planId);
  await page.getByLabel(/^培训机构/).selectOption(providerId);
  await page.getByLabel(/^培训地点/).fill("龙川镇文化站");
  await page.getByLabel(/^计划人数/).fill("30");
  await page.getByRole("radio", { name: "每人每日" }).check();
  await page.getByLabel(/^单位费用/).fill("60");
  await page.getByLabel(/^天数/).fill("10");
  await page.getByLabel(/^班次预算/).fill("18000");
  await page.getByLabel(/^资金来源/).fill("2020 年沪滇劳务协作资金");
  await page.getByLabel(/^责任实施单位所在地/).selectOption("532324");
  await page.getByLabel(/^责任人/).fill("张晓云");
  await press(page, "保存备案", "备案已保存。");
  await page.goto(`/classes/${classId}`);
  await press(page, "报送审批", "已报送");
}

/** The reviewer goes through what stands against the class and approves it. */
export async function approveFiling(page: Page, classId: string): Promise<void> {
  await page.goto(`/classes/${classId}/filing`);
  const seen = page.getByRole("checkbox", { name: /^已核对上面列出的/ });
  if ((await seen.count()) > 0) await seen.check();
  await page.getByRole("button", { name: "批准开班" }).click();
  await page.waitForURL(/done=approve/);
}
