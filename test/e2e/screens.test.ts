import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { prepare, type Places } from "./support/screens";
import { expect, test } from "./support/visitors";

type Address = string | ((places: Places) => string);
type Act = (page: Page) => Promise<void>;

/** A state of a screen: who looks, where, and what he does there before it is looked at. */
type Screen = readonly [name: string, account: string | null, address: Address, act?: Act];

/** A refusal above the form, in words read aloud, or at its field. */
const ANSWER = "[role=alert], [role=status]:not(:empty), [aria-invalid]";

/** Sends a form that the server must refuse, past the browser's own checks. */
function refused(button: string, typed: Readonly<Record<string, string>> = {}): Act {
  return async (page) => {
    for (const [label, text] of Object.entries(typed)) {
      await page
        .getByRole("main")
        .getByRole("textbox", { name: label })
        .or(page.getByRole("searchbox", { name: label }))
        .first()
        .fill(text);
    }
    await page.evaluate(() => {
      for (const form of document.forms) form.noValidate = true;
    });
    await page.getByRole("main").getByRole("button", { name: button }).first().click();
    await page.getByRole("main").locator(ANSWER).first().waitFor();
  };
}

const press = (button: string, then: string): Act => {
  return async (page) => {
    await page.getByRole("button", { name: button }).click();
    await page.getByText(then).first().waitFor();
  };
};

const NOTHING = "00000000-0000-4000-8000-000000000000";

const SCREENS: readonly Screen[] = [
  ["sign-in", null, "/sign-in"],
  ["sign-in, sent there", null, "/rosters"],
  ["sign-in, refused", null, "/sign-in", refused("登录", { 账号: "nobody", 密码: "wrong" })],
  ["an address that is not there", "nanhua", "/nowhere"],
  ["home with work to do", "nanhua-shenhe", "/"],
  ["home of a role without lists", "admin", "/"],
  ["account", "yuandian", "/account"],
  ["password", "yuandian", "/account/password"],
  ["password, refused", "yuandian", "/account/password", refused("保存新密码")],
  ["classes", "nanhua", "/classes"],
  ["classes, none found", "nanhua", "/classes?name=没有这样的班"],
  ["class with a roster", "nanhua", (at) => at.class],
  ["class that is not there", "nanhua", `/classes/${NOTHING}`],
  ["class to register", "nanhua", "/classes/new"],
  ["class refused", "nanhua", "/classes/new", refused("登记培训班", { 开班日期: "昨天" })],
  ["class, not allowed to register", "caiwu", "/classes/new"],
  ["people", "nanhua", "/people"],
  ["people, none found", "nanhua", "/people?q=张没有"],
  ["people, half a number", "nanhua", "/people", refused("查询", { 姓名: "53232419850302" })],
  ["people, not allowed", "admin", "/people"],
  ["person", "nanhua", (at) => at.person],
  ["person of a role that may not reveal", "caiwu", (at) => at.person],
  ["person that is not there", "nanhua", `/people/${NOTHING}`],
  ["reveal", "nanhua", (at) => `${at.person}/reveal`],
  ["reveal, refused", "nanhua", (at) => `${at.person}/reveal`, refused("查看完整号码")],
  ["counties", "nanhua", "/regions"],
  ["county", "nanhua", "/regions/532324"],
  ["county elsewhere", "nanhua", "/regions/532323"],
  ["registry", "nanhua", "/registry"],
  ["snapshot", "nanhua", (at) => at.snapshot],
  ["registry import", "nanhua", "/registry/import"],
  ["registry import, refused", "nanhua", "/registry/import", refused("上传并导入")],
  ["registry import, not allowed", "shenji", "/registry/import"],
  ["rosters", "shenji", "/rosters"],
  ["rosters, none found", "shenji", "/rosters?class=没有这样的班"],
  ["rosters, people found", "shenji", "/rosters?q=马"],
  ["rosters, refused search", "shenji", "/rosters", refused("查找", { 查找学员: "532324" })],
  ["roster in draft", "nanhua", (at) => at.draftRoster],
  ["roster with problems only", "nanhua", (at) => `${at.draftRoster}?show=problems`],
  ["roster before its reviewer", "nanhua-shenhe", (at) => at.sentRoster],
  ["roster accepted", "shenji", (at) => at.acceptedRoster],
  ["roster that is not there", "nanhua", `/rosters/${NOTHING}`],
  ["export", "shenji", (at) => `${at.acceptedRoster}/export`],
  ["export, refused", "shenji", (at) => `${at.acceptedRoster}/export?refused=reason`],
  ["export, not allowed", "caiwu", (at) => `${at.draftRoster}/export`],
  ["print", "shenji", (at) => `${at.acceptedRoster}/print`],
  ["print, refused", "shenji", (at) => `${at.acceptedRoster}/print`, refused("生成打印页")],
  ["roster import", "nanhua", "/rosters/import"],
  ["roster import, refused", "nanhua", "/rosters/import", refused("上传并查验")],
  ["roster import, not allowed", "caiwu", "/rosters/import"],
  ["import to correct", "nanhua", (at) => at.messyImport],
  ["import, nothing corrected", "nanhua", (at) => at.messyImport, refused("保存更正")],
  ["import, differences", "nanhua", (at) => `${at.messyImport}?show=differs`],
  ["import, warnings", "nanhua", (at) => `${at.messyImport}?show=warning`],
  ["import, cleaned", "nanhua", (at) => `${at.messyImport}?show=cleaned`],
  ["import, all rows", "nanhua", (at) => `${at.messyImport}?show=all`],
  ["import, its columns", "nanhua", (at) => `${at.messyImport}/columns`],
  ["import entered", "nanhua", (at) => at.enteredImport],
  ["import asked back", "nanhua", (at) => at.columnsImport],
  ["columns to choose", "nanhua", (at) => `${at.columnsImport}/columns`],
  ["columns refused", "nanhua", (at) => `${at.columnsImport}/columns`, refused("按此重新读取")],
  ["import of a file that is none", "nanhua", (at) => at.failedImport],
  ["trail", "shenji", "/trail"],
  ["trail, none found", "shenji", "/trail?actor=没有这个人"],
  ["trail, not allowed", "nanhua", "/trail"],
  ["users", "admin", "/users"],
  ["users, none found", "admin", "/users?q=没有这个人"],
  ["user", "admin", (at) => at.user],
  ["user to add", "admin", "/users/new"],
  ["user refused", "admin", "/users/new", refused("新增用户")],
  ["users, not allowed", "nanhua", "/users"],
  ["organisations", "admin", "/organisations"],
  ["organisation", "admin", (at) => at.organisation],
  ["organisation to add", "admin", "/organisations/new"],
  ["organisation refused", "admin", "/organisations/new", refused("新增单位")],
  [
    "paper roster",
    "shenji",
    (at) => `${at.acceptedRoster}/print`,
    async (page) => {
      await page.getByLabel(/^打印用途/).fill("签字");
      await press("生成打印页", "涂改无效")(page);
    },
  ],
];

const PHONE = { width: 390, height: 844 };
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** One row is like another, and looking at fifty takes five seconds. */
const MORE_ROWS = "tbody tr:nth-child(n+6)";
/** Where to put pictures of every screen, for people to look at. */
const { SHOTS } = process.env;

test("every screen in its states is accessible, and none is wider than a phone", async ({
  openAs,
  viewport,
}) => {
  test.setTimeout(400_000);
  const places = await prepare(openAs);
  const pages = new Map<string | null, Page>();
  for (const [name, account, address, act] of SCREENS) {
    const page = pages.get(account) ?? (await openAs(account));
    pages.set(account, page);
    await test
      .step(name, async () => {
        await page.setViewportSize(viewport ?? PHONE);
        await page.goto(typeof address === "string" ? address : address(places));
        await act?.(page);
        expect.soft(await problemsOf(page, name), name).toEqual([]);
      })
      .catch((error: unknown) => expect.soft(String(error), name).toBe(""));
  }
});

async function problemsOf(page: Page, name: string): Promise<string[]> {
  const picture = (size: string) => `${SHOTS}/${name.replace(/\W+/g, "-")}-${size}.png`;
  const headings = await page.getByRole("heading", { level: 1 }).count();
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ["violations"] })
    .withTags(TAGS)
    .exclude(MORE_ROWS)
    // No frames here, and a helper tab per look costs more than the look.
    .setLegacyMode()
    .analyze();
  if (SHOTS !== undefined) await page.screenshot({ path: picture("desk"), fullPage: true });
  await page.setViewportSize(PHONE);
  if (SHOTS !== undefined) await page.screenshot({ path: picture("phone"), fullPage: true });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`),
    ...(headings === 1 ? [] : [`${headings} first headings`]),
    ...(width <= PHONE.width ? [] : [`${width} px wide on a phone`]),
  ];
}
