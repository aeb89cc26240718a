import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hashOf, readStamp, root, runQuietly } from "./ensure-installed.mjs";

const SOURCES = [
  "app",
  "public",
  "prisma/schema",
  "remix.config.js",
  "vite.config.ts",
  "tailwind.config.ts",
  "postcss.config.js",
  "tsconfig.json",
  "package-lock.json",
];
const STAMP = path.join(root, "build", ".sources");
const GENERATED = path.join(root, "app", "platform", "prisma", "generated");

export const serverEntry = path.join(root, "build", "server", "index.js");

/** Builds the product unless the build of exactly these sources is there. */
export function ensureBuilt() {
  const wanted = hashOf(SOURCES, (target) => target === GENERATED);
  if (readStamp(STAMP) === wanted && existsSync(serverEntry)) return;
  console.log("正在构建（约需半分钟）… / Building…");
  rmSync(STAMP, { force: true });
  const remix = path.join(root, "node_modules", "@remix-run", "dev", "dist", "cli.js");
  runQuietly("构建", remix, ["vite:build"], { NODE_ENV: "production" });
  mkdirSync(path.dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
}
