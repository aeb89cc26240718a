// `npm test`: everything, in the order that fails fastest. `npm test -- unit` and the like run the named steps only.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuilt } from "./ensure-built.mjs";
import { ensureInstalled, root } from "./ensure-installed.mjs";

const STEPS = ["types", "lint", "format", "unit", "db", "build", "e2e"];
const asked = process.argv.slice(2).filter((name) => STEPS.includes(name));
const chosen = asked.length === 0 ? STEPS : asked;
const wants = (...names) => names.some((name) => chosen.includes(name));
const unknown = process.argv.slice(2).filter((name) => !STEPS.includes(name));
if (unknown.length > 0) {
  console.error(`No step "${unknown.join(" ")}". Steps: ${STEPS.join(" ")}`);
  process.exit(2);
}

const reports = mkdtempSync(path.join(tmpdir(), "labour-reports-"));
const vitestReport = path.join(reports, "vitest.json");
const playwrightReport = path.join(reports, "playwright.json");
const summary = [];
let passed = 0;
let failed = 0;

/** Runs a tool of node_modules with our terminal; false when it failed. */
function tool(script, ...args) {
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport };
  const program = path.join(root, "node_modules", script);
  return (
    spawnSync(process.execPath, [program, ...args], { cwd: root, env, stdio: "inherit" }).status ===
    0
  );
}

/** Runs a tool beside others; what it said is printed whole when it ends. */
function beside(script, ...args) {
  return new Promise((resolve) => {
    const program = path.join(root, "node_modules", script);
    const child = spawn(process.execPath, [program, ...args], { cwd: root });
    const said = [];
    child.stdout.on("data", (part) => said.push(part));
    child.stderr.on("data", (part) => said.push(part));
    child.on("close", (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}

const CHECKS = {
  types: () => beside("typescript/bin/tsc", "--noEmit"),
  lint: () => beside("eslint/bin/eslint.js", "."),
  format: () => beside("prettier/bin/prettier.cjs", "--check", "--log-level=warn", "."),
};

/** Types, lint and format side by side: each keeps one core busy. */
async function checks(names) {
  const results = await Promise.all(names.map((name) => CHECKS[name]()));
  return results.every(Boolean);
}

function counted(ok, report, read) {
  const counts = existsSync(report) ? read(JSON.parse(readFileSync(report, "utf8"))) : [0, 0];
  passed += counts[0];
  // A file that does not even load has no test to count, and is a failure all the same.
  failed += ok ? counts[1] : Math.max(counts[1], 1);
  return ok;
}

function vitest() {
  const projects = ["unit", "db"].filter((name) => wants(name)).map((name) => `--project=${name}`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`];
  const ok = tool("vitest/vitest.mjs", "run", ...projects, ...reporters);
  return counted(ok, vitestReport, (report) => [report.numPassedTests, report.numFailedTests]);
}

function playwright() {
  const ok = tool(
    "@playwright/test/cli.js",
    "test",
    "--reporter=list,json",
    "--pass-with-no-tests",
  );
  return counted(ok, playwrightReport, ({ stats }) => [
    stats.expected + stats.flaky,
    stats.unexpected,
  ]);
}

function build() {
  ensureInstalled();
  ensureBuilt();
  return true;
}

async function step(name, wanted, run) {
  if (!wanted || summary.some(({ ok }) => !ok)) return;
  console.log(`\n── ${name}`);
  const from = Date.now();
  const failedBefore = failed;
  let ok = false;
  try {
    ok = await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  if (!ok && failed === failedBefore) failed += 1;
  summary.push({ name, ok, seconds: ((Date.now() - from) / 1000).toFixed(1) });
}

const checked = Object.keys(CHECKS).filter((name) => wants(name));
await step("install", true, () => (ensureInstalled(), true));
await step(checked.join(" + "), checked.length > 0, () => checks(checked));
const tested = ["unit", "db"].filter((name) => wants(name));
await step(tested.join(" + "), tested.length > 0, vitest);
await step("build", wants("build", "e2e"), build);
await step("e2e", wants("e2e"), playwright);
rmSync(reports, { recursive: true, force: true });

console.log("");
for (const { name, ok, seconds } of summary) {
  console.log(`${ok ? "ok    " : "FAILED"} ${name.padEnd(21)} ${seconds.padStart(6)} s`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
