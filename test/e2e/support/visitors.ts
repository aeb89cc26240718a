import { expect as plainExpect, type BrowserContextOptions, type Page } from "@playwright/test";
import { test as withApp } from "#test/support/app-server";
import { signIn } from "../sign-in";

/** Two busy cores are slow at times; nothing here measures speed by waiting. */
export const expect = plainExpect.configure({ timeout: 20_000 });

type SignedIn = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

/** Opens a page as this demonstration user; null is a visitor who has not signed in. */
export type OpenAs = (account: string | null, options?: BrowserContextOptions) => Promise<Page>;

/**
 * The product with people in front of it: `openAs("nanhua")` is a page of that user in a browser of his own. Each
 * signs in once a run. Whatever a page complains of on its console, and every request to another host, fails the test.
 */
export const test = withApp.extend<{ openAs: OpenAs }, { signedIn: Map<string, SignedIn> }>({
  signedIn: [async ({}, provide) => provide(new Map()), { scope: "worker" }],
  openAs: async ({ browser, app, signedIn, viewport, hasTouch, deviceScaleFactor }, provide) => {
    const complaints: string[] = [];
    const opened: Page[] = [];
    const device = { viewport, hasTouch, deviceScaleFactor, baseURL: app.url };
    await provide(async (account, options = {}) => {
      if (account !== null && !signedIn.has(account)) {
        const first = await browser.newPage({ baseURL: app.url });
        await signIn(first, account);
        signedIn.set(account, await first.context().storageState());
        await first.context().close();
      }
      const storageState = account === null ? undefined : signedIn.get(account);
      const context = await browser.newContext({
        ...device,
        locale: "zh-CN",
        storageState,
        ...options,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      watch(page, app.url, complaints);
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
    expect(complaints).toEqual([]);
  },
});

/** A refused form or a page that is not there is told by its status, which Chromium also prints. */
const EXPECTED = /^Failed to load resource: the server responded with a status of 4/;

function watch(page: Page, home: string, complaints: string[]): void {
  page.on("console", (said) => {
    if (said.type() !== "error" && !/Content Security Policy/.test(said.text())) return;
    if (!EXPECTED.test(said.text())) complaints.push(`${page.url()}: ${said.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on("request", (request) => {
    const isOwn = request.url().startsWith(`${home}/`) || /^(data|blob):/.test(request.url());
    if (!isOwn) complaints.push(`asked another host: ${request.url()}`);
  });
}
