import type { Page } from "@playwright/test";
import { addMonths, monthOf } from "~/domain/shared/months";
import { dayInChina } from "~/platform/clock.server";
import { firstRow } from "./support/rosters";
import { lookAt, NOTHING, refused, type Screen } from "./support/looks";
import { test, type OpenAs } from "./support/visitors";

interface Places {
  readonly post: string;
  readonly imported: string;
  readonly quota: string;
  readonly notice: string;
  /** The month that is paid and lacks two receipts, and the locked one before it. */
  readonly sheet: string;
  readonly locked: string;
  readonly line: string;
  readonly signing: string;
}

const THIS_MONTH = monthOf(dayInChina(new Date()));
const LAST_MONTH = addMonths(THIS_MONTH, -1).slice(0, 7);

/** The board draws bars, no table. */
async function firstPost(page: Page, board: string): Promise<string> {
  await page.goto(board);
  const link = page
    .getByRole("main")
    .locator('a[href^="/posts/appointments/"]:not([href$="/new"])')
    .first();
  return (await link.getAttribute("href")) ?? "";
}

async function prepare(openAs: OpenAs): Promise<Places> {
  const page = await openAs("nanhua");
  const sheet = await firstRow(page, "/wage-sheets");
  await page.goto(sheet);
  const signing = await page.getByRole("link", { name: "签收", exact: true }).getAttribute("href");
  return {
    post: await firstPost(page, "/posts"),
    imported: await firstPost(await openAs("wuding"), "/posts?year=2020"),
    quota: await firstRow(page, "/posts/quotas"),
    notice: await firstRow(page, "/posts/notices"),
    sheet,
    locked: await firstRow(page, "/wage-sheets?state=locked"),
    line: await firstRow(page, sheet),
    signing: signing ?? "",
  };
}

const SCREENS: readonly Screen<Places>[] = [
  ["board", "nanhua", "/posts"],
  ["board, owed receipts of a file", "wuding", "/posts?state=unsigned"],
  ["board of the prefecture", "chuxiong", "/posts?year=2020"],
  ["board of the district", "jiading", "/posts"],
  ["board of the labour station", "gongzuozhan", "/posts"],
  ["board, none found", "nanhua", "/posts?text=没有这个人"],
  ["board, a county without posts", "mouding", "/posts"],
  ["board, not allowed", "admin", "/posts"],
  ["villages", "chuxiong", "/posts/areas?by=village&year=2020"],
  ["quotas", "nanhua", "/posts/quotas"],
  ["quotas, none", "mouding", "/posts/quotas"],
  ["quota", "nanhua", (at) => at.quota],
  ["quota refused", "nanhua", "/posts/quotas/new", refused("登记指标")],
  ["post", "nanhua", (at) => at.post],
  ["post for the district", "jiading", (at) => at.post],
  ["post from a file", "wuding", (at) => at.imported],
  ["post that is not there", "nanhua", `/posts/appointments/${NOTHING}`],
  ["post to propose", "nanhua", "/posts/appointments/new"],
  ["post's account", "nanhua", (at) => `${at.post}/account`],
  ["post to leave", "nanhua", (at) => `${at.post}/leave`],
  ["post to put under a quota", "wuding", (at) => `${at.imported}/quota`],
  ["notices", "nanhua", "/posts/notices"],
  ["notice", "nanhua", (at) => at.notice],
  ["notice for the reviewer", "nanhua-shenhe", (at) => at.notice],
  ["notice to open, nobody waits", "nanhua", "/posts/notices/new"],
  ["attendance", "nanhua", `/posts/attendance?month=${THIS_MONTH.slice(0, 7)}`],
  ["attendance that stands", "nanhua", `/posts/attendance?month=${LAST_MONTH}`],
  ["attendance for the district", "jiading", `/posts/attendance?month=${LAST_MONTH}`],
  ["wage sheets", "nanhua", "/wage-sheets"],
  ["wage sheets of the district", "jiading", "/wage-sheets"],
  ["wage sheet to draw", "nanhua", `/wage-sheets/new?month=${THIS_MONTH.slice(0, 7)}`],
  ["wage sheet", "nanhua", (at) => at.sheet],
  ["wage sheet for the reviewer", "nanhua-shenhe", (at) => at.sheet],
  ["wage sheet, locked", "nanhua", (at) => at.locked],
  ["wage line", "nanhua", (at) => at.line],
  ["payment", "caiwu", (at) => `${at.sheet}/payment`],
  ["receipts", "nanhua", (at) => at.signing],
  ["receipts on scans", "nanhua", (at) => at.signing.replace("/signing", "/scans")],
  ["corrections that wait", "nanhua", "/wage-sheets/unsettled"],
  ["posts to import", "wuding", "/posts/import"],
  ["posts to import, refused", "wuding", "/posts/import", refused("上传并查验")],
  ["posts to export", "wuding", "/posts/export?year=2020"],
  ["official forms", "nanhua", "/posts/forms"],
  ["form: list of holders", "nanhua", "/posts/forms/holders?county=532324"],
];

test("every screen of the posts in its states is accessible, and none is wider than a phone", async ({
  openAs,
  viewport,
}) => {
  test.setTimeout(400_000);
  await lookAt(openAs, viewport, await prepare(openAs), SCREENS);
});
