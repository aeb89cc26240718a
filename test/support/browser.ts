import { chromium } from "@playwright/test";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

/** A browser that runs here, and the environment it needs. */
export interface Browser {
  readonly executablePath: string;
  readonly env: Record<string, string>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const cache = path.join(root, "node_modules", ".cache", "labour-browser");
const fonts = path.join(root, "test", "support", "fonts");
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/**
 * The first browser that is there: CHROMIUM_PATH, PATH, Playwright's own, and the one that npm installed, which needs no
 * apt and no download.
 *
 * @throws naming what to install when none of them is there
 */
export function findBrowser(): Browser {
  const env = { ...inherited(), FONTCONFIG_FILE: fontConfiguration() };
  const executablePath = process.env.CHROMIUM_PATH ?? onPath() ?? fromPlaywright();
  if (executablePath !== undefined) return { executablePath, env };
  if (process.platform === "linux" && process.arch === "x64") return fromNpm(env);
  throw new Error(
    "No browser for the browser tests: install the apt package `chromium`, run `npx playwright install chromium`, or set CHROMIUM_PATH.",
  );
}

function inherited(): Record<string, string> {
  const given = Object.entries(process.env);
  return Object.fromEntries(given.flatMap(([k, v]) => (v === undefined ? [] : [[k, v]])));
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter((dir) => dir !== "");
  return folders.flatMap((dir) => NAMES.map((name) => path.join(dir, name))).find(isExecutable);
}

function fromPlaywright(): string | undefined {
  const installed = chromium.executablePath();
  return isExecutable(installed) ? installed : undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Without any font, pages crash; with ours, pictures look the same on every machine. */
function fontConfiguration(): string {
  mkdirSync(cache, { recursive: true });
  const file = path.join(cache, "fonts.conf");
  const xml = `<?xml version="1.0"?>
<fontconfig><dir>${fonts}</dir><cachedir>${path.join(cache, "fonts")}</cachedir></fontconfig>
`;
  if (!existsSync(file) || readFileSync(file, "utf8") !== xml) writeFileSync(file, xml);
  return file;
}

/** @sparticuz/chromium, unpacked by us once per version: its own unpacking expects a cloud function. */
function fromNpm(env: Record<string, string>): Browser {
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const packageDir = path.resolve(path.dirname(entry), "..", "..");
  const manifest = readFileSync(path.join(packageDir, "package.json"), "utf8");
  const { version }: { version: string } = JSON.parse(manifest);
  const home = path.join(cache, `chromium-${version}`);
  if (!existsSync(home)) unpackAllOrNothing(path.join(packageDir, "bin"), home);
  const libraries = [path.join(home, "lib"), env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return {
    executablePath: path.join(home, "chromium"),
    env: { ...env, LD_LIBRARY_PATH: libraries },
  };
}

function unpackAllOrNothing(from: string, home: string): void {
  const draft = `${home}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const unpacked = (name: string) => brotliDecompressSync(readFileSync(path.join(from, name)));
  writeFileSync(path.join(draft, "chromium"), unpacked("chromium.br"), { mode: 0o755 });
  untar(unpacked("al2023.tar.br"), draft);
  try {
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

const BLOCK = 512;

/** Plain files of a ustar archive: all that this one contains. */
function untar(archive: Buffer, into: string): void {
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const field = (from: number, length: number) =>
      archive.toString("utf8", at + from, at + from + length).replace(/\0.*$/s, "");
    const size = parseInt(field(124, 12), 8);
    const type = field(156, 1);
    const name = field(0, 100);
    if (type === "0" || type === "") {
      const file = path.join(into, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, archive.subarray(at + BLOCK, at + BLOCK + size), { mode: 0o755 });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
