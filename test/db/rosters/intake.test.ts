import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listImportRows } from "~/data/rosters/import-rows-view.server";
import { viewImport } from "~/data/rosters/import-view.server";
import { listChanges } from "~/data/rosters/import-changes-view.server";
import { platform } from "~/platform/platform.server";
import { correctRows } from "~/usecases/rosters/correct-import-rows.server";
import { decideDifferences } from "~/usecases/rosters/decide-differences.server";
import { requestCommit } from "~/usecases/rosters/request-commit.server";
import { uploadRoster } from "~/usecases/rosters/upload-roster.server";
import { anActor } from "#test/builders/actor";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { checkedImport, commit, loadSampleRegistry, newClass, NOW, sample, value } from "./support";

const NANHUA = "532324";
const MOUDING = "532323";
const TODAY = "2020-07-01";

let at: TestPlatform;
const officer = anActor("caseOfficer", NANHUA, "张经办");
const colleague = anActor("caseOfficer", NANHUA, "李经办");
const neighbour = anActor("caseOfficer", MOUDING, "王经办");
const prefecture = anActor("prefectureSupervisor", "532300", "周监管");

beforeAll(async () => {
  at = await openTestPlatform();
  await loadSampleRegistry(prefecture);
});
afterAll(() => at.close());

interface Planted {
  readonly sheetRow: number;
  readonly column: string;
  readonly kind: string;
}

async function planted(): Promise<readonly Planted[]> {
  const text = await readFile("test/fixtures/samples/training-roster-messy.expected.json", "utf8");
  return (JSON.parse(text) as { planted: Planted[] }).planted;
}

async function allRows(importId: string) {
  return listImportRows(officer, importId, { filter: "all", afterRow: 0, size: 500 });
}

async function counts(importId: string) {
  const view = await viewImport(officer, importId, TODAY);
  if (view === null) throw new Error("import not in sight");
  return view.counts;
}

test("[R01] the messy sample is reported row by row as planted, and nothing else is invented", async () => {
  const classId = await newClass(officer, NANHUA);
  const importId = await checkedImport(
    officer,
    classId,
    await sample("training-roster-messy.xlsx"),
  );
  const rows = await allRows(importId);
  const found = rows.flatMap((row) =>
    row.findings.map(({ column, kind }) => `${row.sheetRow} ${column} ${kind}`),
  );
  const expected = (await planted()).map(
    ({ sheetRow, column, kind }) => `${sheetRow} ${column} ${kind}`,
  );
  expect(found.sort()).toEqual(expected.sort());
  expect(await counts(importId)).toEqual({
    rows: 60,
    ready: 35,
    cleaned: 6,
    warning: 6,
    refused: 13,
    undecided: 0,
    onRoster: 0,
  });
});

test("the preview shows no full number and writes none in the clear", async () => {
  const classId = await newClass(officer, NANHUA);
  const importId = await checkedImport(
    officer,
    classId,
    await sample("training-roster-clean.xlsx"),
  );
  const rows = await allRows(importId);
  expect(rows).toHaveLength(45);
  expect(JSON.stringify(rows)).not.toMatch(/\d{17}[\dX]|1\d{10}/);
  const { rows: stored } = await at.owner.query<{ text: string }>(
    "SELECT string_agg(r::text, ' ') AS text FROM roster_import_row r",
  );
  const text = stored[0]?.text ?? "";
  for (const hidden of [text, Buffer.from("532323197512239153").toString("hex")]) {
    expect(hidden === text ? text.includes("532323197512239153") : text.includes(hidden)).toBe(
      false,
    );
  }
});

test("typing the right number over a bad one makes the row good, and frees the row it had repeated", async () => {
  const classId = await newClass(officer, NANHUA);
  const importId = await checkedImport(
    officer,
    classId,
    await sample("training-roster-messy.xlsx"),
  );
  // Row 29 repeats row 4; its own number makes it good but for the sex it declares.
  const repair = [{ sheetRow: 29, values: { idCardNumber: "532324197705057301" } }];
  expect(value(await correctRows(officer, importId, repair, NOW))).toEqual({ corrected: 1 });
  const rows = await allRows(importId);
  expect(rows.find((row) => row.sheetRow === 29)).toMatchObject({
    state: "warning",
    corrected: true,
  });
  expect((await counts(importId)).refused).toBe(12);
  const wrong = [{ sheetRow: 8, values: { idCardNumber: "532324197705057301" } }];
  await correctRows(officer, importId, wrong, NOW);
  const again = (await allRows(importId)).find((row) => row.sheetRow === 8);
  expect(again?.findings.map((one) => one.kind)).toContain("duplicate-in-file");
  const right = [{ sheetRow: 29, values: { idCardNumber: "532324199609118951" } }];
  await correctRows(officer, importId, right, NOW);
  const freed = (await allRows(importId)).find((row) => row.sheetRow === 8);
  expect(freed?.findings.map((one) => one.kind)).not.toContain("duplicate-in-file");
});

test("all or only the good rows go in, in one transaction, and the refused stay out", async () => {
  const classId = await newClass(officer, NANHUA);
  const importId = await checkedImport(
    officer,
    classId,
    await sample("training-roster-messy.xlsx"),
  );
  expect(await requestCommit(officer, importId, "all", NOW)).toEqual({
    ok: false,
    refusal: { kind: "refusedRows" },
  });
  await commit(officer, importId, "goodOnly");
  const view = await viewImport(officer, importId, TODAY);
  expect(view).toMatchObject({ state: "committed" });
  expect(view?.commitCounts).toMatchObject({ added: 47, updated: 0, unchanged: 0, refused: 13 });
  const { rows } = await at.owner.query<{ headcount: number; verified: number }>(
    `SELECT headcount, verified_count AS verified FROM roster WHERE class_id = $1`,
    [classId],
  );
  expect(rows[0]).toEqual({ headcount: 47, verified: 42 });
});

test("the same file twice changes nothing and leads to the first import", async () => {
  const classId = await newClass(officer, NANHUA);
  const file = await sample("training-roster-messy.xlsx");
  const importId = await checkedImport(officer, classId, file);
  const again = await uploadRoster(
    colleague,
    { classId, file: await sample("training-roster-messy.xlsx"), previousImportId: null },
    NOW,
  );
  expect(again).toMatchObject({ ok: false, refusal: { kind: "sameFile", same: { importId } } });
});

test("people known from another roster are matched; what differs waits for a decision", async () => {
  const first = await newClass(neighbour, MOUDING, ["2020-03-01", "2020-03-10"]);
  const firstImport = await checkedImport(
    neighbour,
    first,
    await sample("training-roster-clean.xlsx"),
  );
  await commit(neighbour, firstImport);
  await at.owner.query("UPDATE person SET address = '旧地址' WHERE name = '鲁晓美'");
  const second = await newClass(neighbour, MOUDING, ["2020-06-08", "2020-06-22"]);
  const secondImport = await checkedImport(
    neighbour,
    second,
    await sample("training-roster-clean.xlsx"),
  );
  const rows = await listImportRows(neighbour, secondImport, {
    filter: "differs",
    afterRow: 0,
    size: 50,
  });
  expect(rows.map((row) => [row.name, row.differences.map((one) => one.label)])).toEqual([
    ["鲁晓美", ["家庭住址"]],
  ]);
  expect(await requestCommit(neighbour, secondImport, "all", NOW)).toMatchObject({
    refusal: { kind: "undecided" },
  });
  value(await decideDifferences(neighbour, secondImport, { all: "keep" }, NOW));
  await commit(neighbour, secondImport);
  const { rows: lines } = await at.owner.query<{ address: string }>(
    "SELECT address FROM roster_line WHERE import_id = $1 AND name = '鲁晓美'",
    [secondImport],
  );
  expect(lines).toEqual([{ address: "旧地址" }]);
  const { rows: people } = await at.owner.query("SELECT 1 FROM person WHERE name = '鲁晓美'");
  expect(people).toHaveLength(1);
});

test("a class of the same days is pointed out, another county's without its name", async () => {
  const classId = await newClass(officer, NANHUA, ["2020-06-10", "2020-06-20"]);
  const importId = await checkedImport(
    officer,
    classId,
    await sample("training-roster-clean.xlsx"),
  );
  const rows = await listImportRows(officer, importId, {
    filter: "warning",
    afterRow: 0,
    size: 50,
  });
  const overlaps = rows.flatMap((row) =>
    row.findings.filter((one) => one.kind === "overlapping-class"),
  );
  expect(overlaps.length).toBe(45);
  expect(overlaps[0]?.message).toContain("其他县的一个培训班");
  const adjacent = await newClass(officer, NANHUA, ["2020-06-23", "2020-06-30"]);
  const free = await checkedImport(officer, adjacent, await sample("training-roster-clean.xlsx"));
  const others = await listImportRows(officer, free, { filter: "warning", afterRow: 0, size: 50 });
  expect(JSON.stringify(others)).not.toContain("overlapping-class");
});

test("an officer of another county sees nothing of an import, by any address", async () => {
  const classId = await newClass(officer, NANHUA);
  const importId = await checkedImport(
    officer,
    classId,
    await sample("training-roster-messy.xlsx"),
  );
  expect(await viewImport(neighbour, importId, TODAY)).toBeNull();
  const page = { filter: "all", afterRow: 0, size: 500 } as const;
  expect(await listImportRows(neighbour, importId, page)).toEqual([]);
  expect(await requestCommit(neighbour, importId, "goodOnly", NOW)).toMatchObject({
    refusal: { kind: "notFound" },
  });
  const fix = [{ sheetRow: 8, values: { idCardNumber: "532324199609118951" } }];
  expect(await correctRows(neighbour, importId, fix, NOW)).toMatchObject({
    refusal: { kind: "notFound" },
  });
});

test("two officers committing at once: every person once, nothing half-written", async () => {
  const classId = await newClass(officer, NANHUA);
  const one = await checkedImport(officer, classId, await sample("training-roster-messy.xlsx"));
  const other = await checkedImport(colleague, classId, await sample("training-roster-clean.xlsx"));
  const pair = [
    requestCommit(officer, one, "goodOnly", NOW),
    requestCommit(colleague, other, "goodOnly", NOW),
  ];
  await Promise.all(pair);
  await Promise.all([
    import("./support").then((s) => s.workOff()),
    import("./support").then((s) => s.workOff()),
  ]);
  const { rows } = await at.owner.query<{
    lines: number;
    people: number;
    headcount: number;
    numbers: number;
  }>(
    `SELECT count(*)::int AS lines, count(DISTINCT id_index)::int AS people, r.headcount,
       count(DISTINCT line_no)::int AS numbers
     FROM roster_line l JOIN roster r ON r.id = l.roster_id
     WHERE r.class_id = $1 AND removed_at IS NULL GROUP BY r.id`,
    [classId],
  );
  expect(rows).toEqual([{ lines: 92, people: 92, headcount: 92, numbers: 92 }]);
});

test("a corrected file is the next edition; the difference is told row by row", async () => {
  const classId = await newClass(officer, NANHUA);
  const first = await checkedImport(officer, classId, await sample("training-roster-messy.xlsx"));
  const second = await checkedImport(
    officer,
    classId,
    await sample("training-roster-clean.xlsx"),
    first,
  );
  const view = await viewImport(officer, second, TODAY);
  expect(view).toMatchObject({ edition: 2, previousImportId: first });
  expect((await viewImport(officer, first, TODAY))?.state).toBe("superseded");
  const changes = await listChanges(officer, second, first);
  expect(changes.length).toBeGreaterThan(40);
  expect(changes[0]).toMatchObject({
    sheetRow: 4,
    kind: "changed",
    nameBefore: "王仙",
    nameNow: "鲁晓美",
  });
});

test("the application's role sees no import, person or line without a scope", async () => {
  for (const table of [
    "roster_import",
    "roster_import_row",
    "person",
    "roster_line",
    "training_class",
  ]) {
    const { rows } = await platform().pool.query(`SELECT 1 FROM ${table} LIMIT 1`);
    expect(rows, table).toEqual([]);
  }
});
