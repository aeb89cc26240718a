import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

const app = fileURLToPath(new URL("./app", import.meta.url));

/** Bureaus run 360, QQ and older 奇安信 browsers: Chromium 86 is the floor for scripts and styles. */
const BROWSER_FLOOR = "chrome86";

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig)],
  resolve: { alias: { "~": app } },
  build: {
    target: isSsrBuild ? "node20" : BROWSER_FLOOR,
    cssTarget: BROWSER_FLOOR,
    // One module graph for the server process: the Express entry and the routes share pools and keys.
    rollupOptions: isSsrBuild ? { input: "./app/server.ts" } : {},
  },
}));
