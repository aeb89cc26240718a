import { readFile } from "node:fs/promises";
import * as XLSX from "xlsx";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listImportRows } from "~/data/rosters/import-rows-view.server";
import { viewImport } from "~/data/rosters/import-view.server";
import { openOriginal } from "~/usecases/rosters/original-file.server";
import { anActor } from "#test/builders/actor";
import { inGb18030 } from "#test/builders/registry-export";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { checkedImport, loadSampleRegistry, newClass, NOW, received, value } from "./support";

const NANHUA = "532324";
const TODAY = "2020-07-01";

let at: TestPlatform;
const officer = anActor("caseOfficer", NANHUA, "张经办");

beforeAll(async () => {
  at = await openTestPlatform();
  await loadSampleRegistry(anActor("prefectureSupervisor", "532300"));
});
afterAll(() => at.close());

async function messy() {
  const bytes = await readFile("prisma/demo/training-roster-messy.xlsx");
  return XLSX.read(bytes, { sheets: "花名册" });
}

async function findingsOf(bytes: Buffer, fileName: string) {
  const file = await received(bytes, fileName);
  const importId = await checkedImport(officer, await newClass(officer, NANHUA), file);
  expect((await viewImport(officer, importId, TODAY))?.state).toBe("checked");
  const rows = await listImportRows(officer, importId, { filter: "all", afterRow: 0, size: 500 });
  const kinds = rows.flatMap((row) => row.findings.map(({ kind }) => `${row.sheetRow} ${kind}`));
  return { rows: rows.length, kinds };
}

test("the messy roster as an old .xls is found out all the same", async () => {
  const bytes = XLSX.write(await messy(), { type: "buffer", bookType: "biff8" }) as Buffer;
  const { rows, kinds } = await findingsOf(bytes, "花名册.xls");
  expect(rows).toBe(60);
  expect(kinds).toContain("8 id-number-lost-digits");
  expect(kinds).toContain("43 under-age");
  expect(kinds.filter((kind) => kind.endsWith("not-in-registry"))).toHaveLength(5);
});

test("the same as a text table in GB18030 and in UTF-8", async () => {
  const sheet = (await messy()).Sheets["花名册"];
  if (sheet === undefined) throw new Error("the sample has no such sheet");
  const csv = XLSX.utils.sheet_to_csv(sheet, { blankrows: true });
  const inChinese = await findingsOf(inGb18030(csv), "花名册.csv");
  const inUnicode = await findingsOf(Buffer.from(csv), "花名册2.csv");
  expect(inChinese).toEqual(inUnicode);
  expect(inChinese.rows).toBe(60);
  expect(inChinese.kinds).toContain("10 id-scientific-notation");
  expect(inChinese.kinds).toContain("29 duplicate-in-file");
});

test("every edition can be had back byte for byte, and asking for it leaves a trail", async () => {
  const bytes = await readFile("prisma/demo/training-roster-clean.xlsx");
  const file = await received(bytes, "花名册.xlsx");
  const importId = await checkedImport(officer, await newClass(officer, NANHUA), file);
  const original = value(await openOriginal(officer, importId, NOW));
  const parts: Buffer[] = [];
  for await (const part of original.bytes) parts.push(part as Buffer);
  expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  const neighbour = anActor("caseOfficer", "532323", "王经办");
  expect(await openOriginal(neighbour, importId, NOW)).toMatchObject({
    refusal: { kind: "notFound" },
  });
  const { rows } = await at.owner.query(
    "SELECT subject_id FROM trail_event WHERE action = 'roster.downloadOriginal'",
  );
  expect(rows).toEqual([{ subject_id: importId }]);
});
