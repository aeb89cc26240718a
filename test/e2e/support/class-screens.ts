import type { Page } from "@playwright/test";
import { enter, firstRow, MESSY, registerClass, untilChecked, upload } from "./rosters";
import type { OpenAs } from "./visitors";

/** Addresses of a class that ran to its completion, of one that has begun, and of what belongs to them. */
export interface ClassPlaces {
  readonly plan: string;
  readonly provider: string;
  readonly notice: string;
  /** Completed, its roster accepted: the demonstration's. */
  readonly done: string;
  readonly roster: string;
  readonly session: string;
  readonly media: string;
  readonly supervision: string;
  readonly batch: string;
  readonly person: string;
  /** Registered now, with a roster in draft and one session held. */
  readonly open: string;
  readonly openSession: string;
  /** Without a roster and without a session. */
  readonly bare: string;
  readonly scan: string;
  readonly oddScan: string;
}

/** Finds the demonstration's class, and brings another about that is still running. */
export async function prepareClass(openAs: OpenAs): Promise<ClassPlaces> {
  const officer = await openAs("nanhua");
  const classId = await registerClass(officer, "正在办的班");
  const imported = await upload(officer, classId, MESSY);
  const open = `/classes/${classId}`;
  await addSession(officer, open);
  const openSession = await firstLink(officer, `${open}/sessions`, SHEET);
  await officer.goto(imported);
  await untilChecked(officer);
  await enter(officer);
  const page = await openAs("mouding");
  const done = await firstRow(page, "/classes?name=中式烹调师");
  const roster = await firstLink(page, done, /^\/rosters\/[^/?]+$/);
  await page.goto(`${done}/verification`);
  await page
    .getByRole("button", { name: /^导出.*名单$/ })
    .first()
    .click();
  await page.waitForURL(/\/verification\/[0-9a-f-]+/);
  const batch = new URL(page.url()).pathname;
  return {
    plan: await firstRow(page, "/plans"),
    provider: await firstRow(page, "/providers"),
    notice: await firstRow(page, "/notices"),
    ...{ done, roster, open, openSession, batch },
    bare: await firstRow(officer, "/classes?name=电工"),
    session: await firstLink(page, `${done}/sessions`, SHEET),
    media: await firstLink(page, `${done}/media`, /^\/media\/[^/]+$/),
    supervision: await firstRow(page, `${done}/supervision`),
    person: await firstRow(page, "/people"),
    ...(await scanPages(page, roster)),
  };
}

const SHEET = /\/sessions\/[^/]+\/attendance$/;

/** The first address of this shape that a page links to. */
async function firstLink(page: Page, at: string, shape: RegExp): Promise<string> {
  await page.goto(at);
  const links = page.getByRole("main").getByRole("link");
  const all = await links.evaluateAll((found) =>
    found.map((one) => one.getAttribute("href") ?? ""),
  );
  const link = all.find((address) => shape.test(address));
  if (link === undefined) throw new Error(`${at} links to nothing like ${shape}`);
  return link;
}

async function addSession(page: Page, classAt: string): Promise<void> {
  await page.goto(`${classAt}/sessions/new`);
  const typed = {
    ...{ 上课日期: "2020-06-02", 课时: "4", 开始时间: "08:30", 结束时间: "11:30" },
    ...{ 地点: "龙川镇", 教师: "普建华" },
  };
  for (const [label, text] of Object.entries(typed)) {
    await page.getByLabel(new RegExp(`^${label}`)).fill(text);
  }
  await page.getByRole("button", { name: "登记课次" }).click();
  await page.getByText("课次已登记。").waitFor();
}

/** Sends a page of the roster nobody has signed, and a picture of something else. */
async function scanPages(
  page: Page,
  roster: string,
): Promise<Pick<ClassPlaces, "scan" | "oddScan">> {
  const odd = await page.screenshot();
  await page.goto(`${roster}/print`);
  await page.getByLabel(/^打印用途/).fill("签字按手印");
  await page.getByRole("button", { name: "生成打印页" }).click();
  await page.getByText("涂改无效").first().waitFor();
  const paper = await page.pdf({ preferCSSPageSize: true, pageRanges: "1" });
  await page.goto(`${roster}/scans`);
  await page.getByLabel(/^扫描件或照片/).setInputFiles([
    { name: "第1页.pdf", mimeType: "application/pdf", buffer: paper },
    { name: "别的照片.png", mimeType: "image/png", buffer: odd },
  ]);
  await page.getByRole("button", { name: "上传并读取" }).click();
  const pageOf = async (name: string) => {
    const link = page.getByRole("rowheader").getByRole("link", { name });
    await link.waitFor({ timeout: 45_000 });
    return (await link.getAttribute("href")) ?? "";
  };
  return { scan: await pageOf("第1页"), oddScan: await pageOf("别的照片") };
}
