import { defineConfig } from "@playwright/test";
import { findBrowser } from "./test/support/browser";

const { executablePath, env } = findBrowser();

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "**/*.test.ts",
  workers: 1,
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
    { name: "desktop", use: { viewport: { width: 1366, height: 768 } } },
    {
      name: "phone",
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, deviceScaleFactor: 2 },
    },
  ],
});
