import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { markNewInks, type Inks } from "./inks";
import { expect, test, type OpenAs } from "./visitors";

type Address<Places> = string | ((places: Places) => string);
type Act = (page: Page) => Promise<void>;

/** A state of a screen: who looks, where, and what he does there before it is looked at. */
export type Screen<Places> = readonly [
  name: string,
  account: string | null,
  address: Address<Places>,
  act?: Act,
];

/** The address of a thing that nobody has. */
export const NOTHING = "00000000-0000-4000-8000-000000000000";

/** A refusal above the form, in words read aloud, or at its field. */
const ANSWER = "[role=alert], [role=status]:not(:empty), [aria-invalid]";

/** Sends a form that the server must refuse, past the browser's own checks. */
export function refused(button: string, typed: Readonly<Record<string, string>> = {}): Act {
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

/** Presses a button and waits for what it brings. */
export function press(button: string, then: string): Act {
  return async (page) => {
    await page.getByRole("button", { name: button }).first().click();
    await page.getByText(then).first().waitFor();
  };
}

const PHONE = { width: 390, height: 844 };
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const CONTRAST = ["color-contrast"];
/** One row is like another, and looking at fifty takes five seconds. */
const MORE_ROWS = ["tbody tr:nth-child(n+6)", "li[data-attendance-row]:nth-child(n+6)"];
/** Where to put pictures of every screen, for people to look at. */
const { SHOTS } = process.env;

/** Looks at each screen at its desk and on a phone; what is wrong with one does not hide the next. */
export async function lookAt<Places>(
  openAs: OpenAs,
  viewport: { readonly width: number; readonly height: number } | null,
  places: Places,
  screens: readonly Screen<Places>[],
): Promise<void> {
  const pages = new Map<string | null, Page>();
  const inks: Inks = new Set();
  for (const [name, account, address, act] of screens) {
    const page = pages.get(account) ?? (await openAs(account));
    pages.set(account, page);
    await test
      .step(name, async () => {
        await page.setViewportSize(viewport ?? PHONE);
        await page.goto(typeof address === "string" ? address : address(places));
        await act?.(page);
        expect.soft(await problemsOf(page, name, inks), name).toEqual([]);
      })
      .catch((error: unknown) => expect.soft(String(error), name).toBe(""));
    // A browser handed over to sign in forgets the officer: he begins with another.
    if (new URL(page.url()).pathname.startsWith("/s/")) pages.delete(account);
  }
}

async function problemsOf(page: Page, name: string, inks: Inks): Promise<string[]> {
  const picture = (size: string) => `${SHOTS}/${name.replace(/\W+/g, "-")}-${size}.png`;
  const headings = await page.getByRole("heading", { level: 1 }).count();
  // No frames here, and a helper tab per look costs more than the look.
  const axe = () => new AxeBuilder({ page }).setLegacyMode();
  const all = axe().withTags(TAGS).disableRules(CONTRAST);
  for (const rows of MORE_ROWS) all.exclude(rows);
  const { violations } = await all.analyze();
  if ((await markNewInks(page, inks, MORE_ROWS)) > 0) {
    const contrast = axe().withRules(CONTRAST).include("[data-new-ink]");
    violations.push(...(await contrast.analyze()).violations);
  }
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
