import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "./remix.config.js";

const app = fileURLToPath(new URL("./app", import.meta.url));

/** Bureaus run 360, QQ and older 奇安信 browsers: Chromium 86 is the floor for scripts and styles. */
const BROWSER_FLOOR = "chrome86";

/**
 * Bundles the two processes of the product (web server, job worker) with the routes, so that each
 * has one module graph: one connection pool, one key ring.
 */
const serverEntries: Plugin = {
  name: "server-entries",
  config: (_config, { isSsrBuild }) =>
    isSsrBuild
      ? {
          build: {
            rollupOptions: {
              input: { index: "app/server.ts", worker: "app/worker.ts" },
              output: { entryFileNames: "[name].js" },
            },
          },
        }
      : {},
};

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig), serverEntries],
  resolve: { alias: { "~": app, "#test": fileURLToPath(new URL("./test", import.meta.url)) } },
  build: { target: isSsrBuild ? "node20" : BROWSER_FLOOR, cssTarget: BROWSER_FLOOR },
}));
