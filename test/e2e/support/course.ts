import type { Page } from "@playwright/test";
import { makePhoto, type PhotoToMake } from "#test/builders/phone-photo";
import { drawName } from "./ink";
import { press } from "./steps";

/** Plans a morning's session on each working day from one day to another; answers their ids in the order of time. */
export async function planSessions(
  page: Page,
  classId: string,
  [fromOn, toOn]: readonly [string, string],
): Promise<readonly string[]> {
  await page.goto(`/classes/${classId}/sessions/series`);
  await page.getByLabel(/^起始日期/).fill(fromOn);
  await page.getByLabel(/^截止日期/).fill(toOn);
  await page.getByRole("checkbox", { name: "下午上课" }).uncheck();
  await page.getByLabel(/^地点/).fill("龙川镇文化站");
  await page.getByLabel(/^教师/).fill("普建华");
  await press(page, "预览课次", "还没有保存");
  await page.getByRole("button", { name: "确认登记" }).click();
  await page.waitForURL(/done=add/);
  const links = page.getByRole("link", { name: /^修改 \d{4}-/ });
  await links.first().waitFor();
  const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  return addresses.map((address) => address?.split("/").at(-1) ?? "");
}

/** Everybody present by one button, but for those who were not. */
export async function markAttendance(
  page: Page,
  [classId, sessionId]: readonly [string, string],
  exceptions: Readonly<Record<string, string>> = {},
): Promise<void> {
  await page.goto(`/classes/${classId}/sessions/${sessionId}/attendance`);
  for (const [name, state] of Object.entries(exceptions)) {
    await page
      .getByRole("group", { name: new RegExp(name) })
      .getByRole("radio", { name: state })
      .check();
  }
  await page.getByRole("button", { name: /^全部出勤/ }).click();
  await page.getByRole("button", { name: "保存考勤" }).click();
  await page.waitForURL(/saved=1/);
}

/** Uploads photographs of a session, as a phone takes them. */
export async function uploadPhotos(
  page: Page,
  [classId, sessionId]: readonly [string, string],
  photos: readonly PhotoToMake[],
): Promise<void> {
  const files = await Promise.all(
    photos.map(async (photo) => ({
      ...{ name: `现场${photo.seed}.jpg`, mimeType: "image/jpeg", buffer: await makePhoto(photo) },
    })),
  );
  await page.goto(`/classes/${classId}/sessions/${sessionId}/media`);
  await page.getByLabel(/^照片或视频/).setInputFiles(files);
  await page.getByRole("button", { name: "上传", exact: true }).click();
  await page.waitForURL(/media\?uploaded=/);
}

/** Records what was seen on the spot, signed by hand on the screen. */
export async function supervise(
  page: Page,
  [classId, sessionId]: readonly [string, string],
  seen: { readonly heldOn: string; readonly headcount: number },
): Promise<void> {
  await page.goto(`/classes/${classId}/supervision/new`);
  await page.getByRole("radio", { name: "现场监督" }).check();
  await page.getByLabel(/^监督日期/).fill(seen.heldOn);
  await page.getByLabel(/^课次/).selectOption(sessionId);
  await page.getByLabel(/^现场清点人数/).fill(String(seen.headcount));
  await page.getByLabel(/^监督情况/).fill("学员按时到课，签到与实到一致，教学设备齐全。");
  await drawName(page);
  await page.getByRole("button", { name: "签名并登记" }).click();
  await page.waitForURL(/done=record/);
}

/** Asks the registry export on file for one event; everybody is found. */
export async function verifyClass(
  page: Page,
  classId: string,
  event: "opening" | "completion",
  headcount: number,
): Promise<void> {
  await page.goto(`/classes/${classId}/verification`);
  const card = page.locator(`#field-${event}`);
  await card.getByRole("button", { name: /建档立卡数据查验$/ }).click();
  await card.getByText(`全部 ${headcount} 人的脱贫状态已证实。`).waitFor();
}

/** Everybody passed; the class is closed on its last session. */
export async function completeClass(page: Page, classId: string): Promise<void> {
  await page.goto(`/classes/${classId}/completion`);
  await page.getByRole("button", { name: /^全部合格/ }).click();
  await press(page, "保存结业结果", "结业结果已保存。");
  await press(page, "办理结业", "本班已结业。");
}
