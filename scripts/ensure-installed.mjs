// Plain Node, no dependencies: this runs before anything is installed.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const at = (...parts) => path.join(root, ...parts);
const INSTALLED = at("node_modules", ".installed");
const CLIENT = at("app", "platform", "prisma", "generated");
const CLIENT_STAMP = path.join(CLIENT, ".schema");

/** Installs what package-lock.json asks for and generates the Prisma client, each only when it is not there. */
export function ensureInstalled() {
  installPackages();
  generateClient();
}

/** SHA-256 over the names and contents of files and folders, in a fixed order; missing ones count as such. */
export function hashOf(targets, skip = () => false) {
  const hash = createHash("sha256");
  const add = (target) => {
    if (skip(target)) return;
    hash.update(`${path.relative(root, target)}\0`);
    const found = statSync(target, { throwIfNoEntry: false });
    if (found?.isFile()) hash.update(readFileSync(target));
    if (!found?.isDirectory()) return;
    for (const entry of readdirSync(target).sort()) add(path.join(target, entry));
  };
  for (const target of targets) add(at(target));
  return hash.digest("hex");
}

export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Runs a program of node_modules quietly; shows what it said only when it failed. */
export function runQuietly(what, script, args, env = {}) {
  const options = { cwd: root, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 };
  const result = spawnSync(process.execPath, [script, ...args], {
    ...options,
    env: { ...process.env, ...env },
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  throw new Error(`${what}失败 / ${script} failed (${result.status ?? result.signal})`);
}

function installPackages() {
  const wanted = hashOf(["package-lock.json"]);
  if (readStamp(INSTALLED) === wanted) return;
  if (!allPackagesThere()) {
    console.log("正在安装依赖包（首次约需 1 分钟）… / Installing packages…");
    const npm = npmCommand();
    // The build needs development packages too, whatever NODE_ENV says; no package may run its own install script.
    const args = ["ci", "--ignore-scripts", "--include=dev", "--no-fund", "--no-audit"];
    const env = { ...process.env, npm_config_loglevel: "error" };
    const result = spawnSync(npm.program, [...npm.args, ...args], {
      cwd: root,
      env,
      stdio: "inherit",
      shell: npm.shell,
    });
    if (result.status !== 0) {
      throw new Error(
        "依赖包安装失败，请检查能否访问 npm 软件源（npm config get registry）。 / npm ci failed.",
      );
    }
  }
  writeFileSync(INSTALLED, wanted);
}

/** Whether npm's own record of node_modules holds every package of the lock file, as after a `npm ci` by hand. */
function allPackagesThere() {
  const record = at("node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, "utf8")).packages;
  const locked = JSON.parse(readFileSync(at("package-lock.json"), "utf8")).packages;
  return Object.entries(locked).every(
    ([place, { version, optional, link }]) =>
      place === "" || link || optional || installed[place]?.version === version,
  );
}

/** npm without a shell: the one that runs us, or the one beside this Node. */
function npmCommand() {
  const beside = path.dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath ?? "",
    path.join(beside, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
    path.join(beside, "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const cli = candidates.find((file) => file.endsWith("npm-cli.js") && existsSync(file));
  if (cli !== undefined) return { program: process.execPath, args: [cli], shell: false };
  return { program: "npm", args: [], shell: process.platform === "win32" };
}

function generateClient() {
  const inputs = ["prisma/schema", "prisma.config.ts", "node_modules/prisma/package.json"];
  const wanted = hashOf(inputs);
  if (readStamp(CLIENT_STAMP) === wanted) return;
  rmSync(CLIENT_STAMP, { force: true });
  // Every Prisma command first fetches its schema engine from a host that closed networks do not reach, unless told
  // of a file that exists; `generate` never runs it.
  runQuietly("生成数据库客户端", at("node_modules", "prisma", "build", "index.js"), ["generate"], {
    PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    CHECKPOINT_DISABLE: "1",
  });
  mkdirSync(CLIENT, { recursive: true });
  writeFileSync(CLIENT_STAMP, wanted);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) ensureInstalled();
