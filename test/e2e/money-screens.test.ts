import type { Page } from "@playwright/test";
import { firstRow } from "./support/rosters";
import { lookAt, NOTHING, refused, type Screen } from "./support/looks";
import { test, type OpenAs } from "./support/visitors";

interface Places {
  readonly founding: string;
  readonly table: string;
  readonly pot: string;
  /** Of the year that runs: money can still be spent from it. */
  readonly openPot: string;
  readonly rule: string;
  readonly pack: string;
  readonly draft: string;
  readonly waiting: string;
  readonly paid: string;
  readonly line: string;
  readonly clawback: string;
}

/** The tree of tables is a list, no table. */
async function firstTable(page: Page): Promise<string> {
  await page.goto("/allocations?year=2020");
  const tables = page
    .getByRole("main")
    .locator('a[href^="/allocations/"]:not([href$="/new"], [href$="/template"])');
  return (await tables.first().getAttribute("href")) ?? "";
}

async function prepare(openAs: OpenAs): Promise<Places> {
  const officer = await openAs("nanhua");
  const draft = await firstRow(officer, "/claims?state=draft");
  return {
    founding: await firstRow(officer, "/documents"),
    table: await firstTable(await openAs("qujing")),
    pot: await firstRow(officer, "/funds?year=2020"),
    openPot: await firstRow(officer, "/funds"),
    rule: "/rules/eligibility/registered-poor",
    pack: await firstRow(await openAs("xiezuo"), "/rule-packs"),
    draft,
    waiting: await firstRow(officer, "/claims?state=reviewed"),
    paid: await firstRow(officer, "/claims?state=paid"),
    line: await firstRow(officer, `${draft}?group=blocked`),
    clawback: await firstRow(officer, "/clawbacks?state=proposed"),
  };
}

const SCREENS: readonly Screen<Places>[] = [
  ["documents", "nanhua", "/documents"],
  ["document", "nanhua", (at) => at.founding],
  ["document to register, refused", "chuxiong", "/documents/new", refused("登记")],
  ["document that is not there", "nanhua", `/documents/${NOTHING}`],
  ["allocations", "qujing", "/allocations?year=2020"],
  ["allocations, none", "nanhua", "/allocations?year=2019"],
  ["allocation", "qujing", (at) => at.table],
  ["allocation to enter", "qujing", "/allocations/new"],
  ["pots", "nanhua", "/funds?year=2020"],
  ["pots, none", "wuding", "/funds?year=2020"],
  ["pots of the prefecture", "zhoucai", "/funds?year=2020"],
  ["pot", "caiwu", (at) => at.pot],
  ["pot for the district", "jiading", (at) => at.pot],
  ["pot that is not there", "nanhua", `/funds/${NOTHING}`],
  ["pot to set up", "caiwu", "/funds/new?year=2020"],
  ["spending", "caiwu", (at) => `${at.pot}/spending`],
  ["spending to enter, year over", "caiwu", (at) => `${at.pot}/spending/new`],
  ["spending to enter", "caiwu", (at) => `${at.openPot}/spending/new`, refused("登记支出")],
  ["receipt to enter", "caiwu", (at) => `${at.pot}/receipts/new`],
  ["project", "nanhua", (at) => `${at.pot}/project`],
  ["closure", "nanhua", (at) => `${at.pot}/closure`],
  ["pot judged by the rules", "shenji", (at) => `${at.pot}/check`],
  ["labour share", "chuxiong", "/funds/shares"],
  ["rules", "nanhua", "/rules"],
  ["rule", "nanhua", (at) => at.rule],
  ["packs", "xiezuo", "/rule-packs"],
  ["pack", "xiezuo", (at) => at.pack],
  ["pack tried out", "xiezuo", (at) => `${at.pack}/what-if?batch=open`],
  ["claims", "nanhua", "/claims"],
  ["claims, none", "wuding", "/claims"],
  ["claims, not allowed", "gongzuozhan", "/claims"],
  ["claim to draw", "nanhua", "/claims/new?kind=OUTWORK"],
  ["claim to draw, nothing there", "wuding", "/claims/new?kind=AGENCY"],
  ["claim with lines that bar it", "nanhua", (at) => at.draft],
  ["claim's lines to take out", "nanhua", (at) => `${at.draft}/take-out`],
  ["claim that waits for an office", "xiezuo", (at) => at.waiting],
  ["claim that is paid", "caiwu", (at) => at.paid],
  ["claim that is not there", "nanhua", `/claims/${NOTHING}`],
  ["line that fails", "nanhua", (at) => at.line],
  ["check report", "shenji", (at) => `${at.draft}/report`],
  ["check report, printed", "shenji", (at) => `${at.draft}/report/print`],
  ["payments", "caiwu", (at) => `${at.paid}/payments`],
  ["claw-backs", "nanhua-shenhe", "/clawbacks"],
  ["claw-back to decide, refused", "nanhua-shenhe", (at) => at.clawback, refused("确认追回")],
];

test("every screen of money, claims and rules in its states is accessible, and none is wider than a phone", async ({
  openAs,
  viewport,
}) => {
  test.setTimeout(400_000);
  await lookAt(openAs, viewport, await prepare(openAs), SCREENS);
});
