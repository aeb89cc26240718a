import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = {
  "~": fileURLToPath(new URL("./app", import.meta.url)),
  "#test": fileURLToPath(new URL("./test", import.meta.url)),
};

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          // Hostile workbooks take seconds on a busy machine; speed is the bench's business.
          testTimeout: 30_000,
          include: ["test/*.test.ts", "test/unit/**/*.test.{ts,tsx}"],
          setupFiles: ["test/support/fail-on-console-error.ts"],
          // Pure functions leave nothing behind for the next file.
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "db",
          // Run by themselves: servers and browsers are heavy company for the unit tests.
          sequence: { groupOrder: 1 },
          include: ["test/db/**/*.test.ts", "test/routes/**/*.test.{ts,tsx}"],
          setupFiles: ["test/support/fail-on-console-error.ts"],
          // Loading the house anew for each file cost more than the tests; a file's platform is its own.
          isolate: false,
          globalSetup: ["test/support/database-server.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
