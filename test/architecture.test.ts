import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { expect, test } from "vitest";

// This file is the architecture document that cannot go stale: what may import what, what is pure, how long a file may be.

const root = fileURLToPath(new URL("..", import.meta.url));

/** Per folder of app/: what its files may import, as prefixes of paths below app/, or packages by name. */
const MAY_IMPORT: Record<string, RegExp> = {
  domain: /^(domain\/|zod$)/,
  platform: /^(domain\/|platform\/|node:|[@a-z][^/]*\/?)/,
  data: /^(data\/|platform\/|domain\/|node:|pg$|zod$)/,
  usecases: /^(usecases\/|data\/|platform\/|domain\/|node:|zod$)/,
  ui: /^(ui\/|domain\/|react$|react-dom$|@remix-run\/react$|signature_pad$|d3-(scale|shape)$)/,
  routes:
    /^(routes\/|usecases\/|data\/.*-view\.server$|ui\/|platform\/(http\/|session|clock)|domain\/|react$|zod$|@remix-run\/(react|node|server-runtime)$)/,
};
const OWN_FOLDERS = ["domain", "platform", "data", "usecases", "ui", "routes"];
/** Lines of code, for explaining a rule must never cost room. */
const CODE_LINES: readonly [RegExp, number][] = [
  [/^app\/domain\//, 150],
  [/^app\/usecases\//, 80],
  [/^app\/data\/.*-store\.server\.ts$/, 200],
  [/^app\/data\/.*-view\.server\.ts$/, 120],
  [/^app\/routes\//, 120],
];
/** Lines of any kind, of any file. */
const HARD_CAP = 300;
const MAX_EXPORTS = 7;
const DUMPING_GROUND = /(^|[-/.])(services?|utils?|helpers?|misc|common)([-/.]|$)/;

interface Source {
  readonly file: string;
  readonly text: string;
  readonly lines: number;
  readonly codeLines: number;
  readonly imports: readonly string[];
  readonly exports: number;
}

const isSource = (file: string) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes("/generated/");
const isTable = (file: string) =>
  file === "app/routes.ts" || /\/(layouts|tables|codes)\//.test(file);

const sources = ["app", "scripts", "test", "prisma"].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((file) => `${folder}/${file.split(path.sep).join("/")}`)
    .filter(isSource)
    .map(read),
);

function read(file: string): Source {
  const text = readFileSync(path.join(root, file), "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imports: string[] = [];
  let exports = 0;
  const visit = (node: ts.Node): void => {
    const target = importTarget(node);
    if (target !== null) imports.push(resolved(file, target));
    ts.forEachChild(node, visit);
  };
  visit(tree);
  for (const statement of tree.statements) exports += exportsOf(statement);
  const lines = text.trimEnd().split("\n");
  const codeLines = lines.filter((line) => !/^\s*($|\/\/|\/\*|\*)/.test(line)).length;
  return { file, text, lines: lines.length, codeLines, imports, exports };
}

function importTarget(node: ts.Node): string | null {
  // The types of a package are gone after compilation; what our own folders know of each other counts either way.
  const isStatic = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
  const isDynamic =
    ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  const target = isStatic ? node.moduleSpecifier : isDynamic ? node.arguments[0] : undefined;
  if (target === undefined || !ts.isStringLiteral(target)) return null;
  const isErased = ts.isImportDeclaration(node) && node.importClause?.isTypeOnly === true;
  return isErased && !/^[.~]/.test(target.text) ? null : target.text;
}

/** What a file shows to others; types count less than names one must know to call, so they are left out. */
function exportsOf(statement: ts.Statement): number {
  if (ts.isExportDeclaration(statement)) return 1;
  const isType = ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement);
  if (isType || !ts.canHaveModifiers(statement)) return 0;
  const modifiers = ts.getModifiers(statement) ?? [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ? 1 : 0;
}

/** Files of app/ as their path below it, without extension; packages by their name. */
function resolved(from: string, target: string): string {
  if (target.startsWith("~/")) return target.slice(2);
  if (!target.startsWith(".")) return target;
  const full = path.posix.join(path.posix.dirname(from), target).replace(/\.(tsx?|js)$/, "");
  return full.replace(/^app\//, "");
}

const inApp = (folder: string) => sources.filter(({ file }) => file.startsWith(`app/${folder}/`));
const isOurs = (target: string) => OWN_FOLDERS.includes(target.split("/")[0] ?? "");

test.each(Object.entries(MAY_IMPORT))("%s imports only what it may", (folder, allowed) => {
  const wrong = inApp(folder).flatMap(({ file, imports }) =>
    imports
      .filter((target) => !allowed.test(target) || (folder === "platform" && reachesUp(target)))
      .map((target) => `${file} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("use cases do not call use cases; only the table of jobs names them", () => {
  const verbs = inApp("usecases").filter(({ file }) => file.split("/").length > 3);
  const wrong = verbs.flatMap(({ file, imports }) =>
    imports
      .filter((target) => target.startsWith("usecases/"))
      .map((target) => `${file} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("routes share components with their own folder only", () => {
  const wrong = inApp("routes").flatMap(({ file, imports }) =>
    imports
      .filter((target) => target.startsWith("routes/"))
      .filter((target) => target.split("/")[1] !== file.split("/")[2])
      .map((target) => `${file} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("the domain knows neither clock nor chance", () => {
  const impure = /Math\.random|Date\.now|new Date\(\)|performance\.|crypto\.|process\.|globalThis/;
  expect(
    inApp("domain")
      .filter(({ text }) => impure.test(text))
      .map(({ file }) => file),
  ).toEqual([]);
});

test("what reaches Node, a use case or a query is a .server file, so that no browser gets it", () => {
  const mustBe = [...inApp("usecases"), ...inApp("data"), ...inApp("platform")];
  const reaching = sources.filter(
    ({ file, imports }) =>
      /^app\/(ui|routes|domain)\//.test(file) &&
      imports.some((target) => target.startsWith("node:")),
  );
  const wrong = [...mustBe, ...reaching].filter(({ file }) => !/\.server\.(tsx?|mjs)$/.test(file));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test("no file grows past what one reads at a sitting", () => {
  const wrong = sources.flatMap(({ file, lines, codeLines }) => {
    const limit = CODE_LINES.find(([kind]) => kind.test(file))?.[1] ?? HARD_CAP;
    if (isTable(file) || (codeLines <= limit && lines <= HARD_CAP)) return [];
    return [`${file}: ${codeLines} of ${limit} lines of code, ${lines} in all`];
  });
  expect(wrong).toEqual([]);
});

test(`no file of app/ shows more than ${MAX_EXPORTS} names`, () => {
  const wrong = sources
    .filter(
      ({ file, exports }) => file.startsWith("app/") && !isTable(file) && exports > MAX_EXPORTS,
    )
    .map(({ file, exports }) => `${file}: ${exports}`);
  expect(wrong).toEqual([]);
});

test("no file or folder is named so that anything fits into it", () => {
  const names = sources.map(({ file }) => file.replace(/^test\/support\//, ""));
  expect(names.filter((name) => DUMPING_GROUND.test(name))).toEqual([]);
});

function reachesUp(target: string): boolean {
  return isOurs(target) && !/^(domain|platform)\//.test(target);
}
