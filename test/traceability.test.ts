import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import requirements from "#test/support/requirements.json";

// Requirements are named in test titles as [R02].

const REQUIREMENT = /\[([RSTFM]\d{2})\]/g;
const folder = fileURLToPath(new URL(".", import.meta.url));
const known: Record<string, { title: string; built: boolean }> = requirements;

const named = new Set(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.test\.tsx?$/.test(file) && file !== "traceability.test.ts")
    .flatMap((file) => titlesOf(readFileSync(path.join(folder, file), "utf8")))
    .flatMap((title) => Array.from(title.matchAll(REQUIREMENT), ([, id]) => id ?? "")),
);

/** The quoted titles of tests and their groups, also behind `.each(…)` and on a line of their own. */
function titlesOf(text: string): string[] {
  const titles = text.matchAll(/(?:\b(?:test|it|describe)|\))\s*\(\s*(["'`])(.*?)\1/g);
  return Array.from(titles, ([, , title]) => title ?? "");
}

test("every requirement named in a test's title exists", () => {
  expect([...named].filter((id) => known[id] === undefined)).toEqual([]);
});

test("every requirement that is built has a test", () => {
  const untested = Object.entries(known).filter(([id]) => !named.has(id));
  const open = untested.map(([id, { title }]) => `  ${id} ${title}`);
  console.info(`Requirements without a test (${open.length}):\n${open.join("\n")}`);
  expect(untested.filter(([, { built }]) => built).map(([id]) => id)).toEqual([]);
});
