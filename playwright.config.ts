import { defineConfig } from "@playwright/test";
import { findBrowser } from "./test/support/browser";

const { executablePath, env } = findBrowser();
const DESK = { width: 1366, height: 768 };
const SEALS_THE_DEMONSTRATION = "**/phone-way.test.ts";

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "**/*.test.ts",
  // Each has a server of its own; most of a browser's time is waiting.
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: true,
  // A busy machine draws late; what never comes still fails.
  expect: { timeout: 15_000 },
  reporter: "list",
  use: {
    browserName: "chromium",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: process.env.CI === undefined ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      env,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", testIgnore: SEALS_THE_DEMONSTRATION, use: { viewport: DESK } },
    // Another project is another server: nobody else finds the demonstration's class sealed.
    { name: "sealing", testMatch: SEALS_THE_DEMONSTRATION, use: { viewport: DESK } },
    {
      name: "phone",
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 },
    },
  ],
});
