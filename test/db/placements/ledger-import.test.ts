import { afterAll, beforeAll, expect, test } from "vitest";
import { viewImport } from "~/data/rosters/import-view.server";
import { uploadPlacements } from "~/usecases/rosters/upload-placements.server";
import { anActor } from "#test/builders/actor";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { loadSampleRegistry, sample } from "../rosters/support";
import * as ledger from "./ledger-import-support";

const SAMPLE = "placement-roster-prefecture.xlsx";
const CHUXIONG = "532300";
const NANHUA = "532324";

let at: TestPlatform;
const prefecture = anActor("prefectureSupervisor", CHUXIONG, "周监管");
const officer = anActor("caseOfficer", NANHUA, "张经办");

beforeAll(async () => {
  at = await openTestPlatform();
  await loadSampleRegistry(prefecture);
  const cells = await ledger.sampleCells();
  await at.owner.query(
    "CREATE TEMP TABLE raw_cell (county text, person text, province text, place text, code text)",
  );
  await at.owner.query(
    `INSERT INTO raw_cell SELECT r->>1, r->>6, r->>8, r->>9, r->>11
     FROM jsonb_array_elements($1::jsonb) AS r`,
    [JSON.stringify(cells)],
  );
});
afterAll(() => at.close());

test("[R09] the prefecture's sample goes in whole, and each county's counts are those of the file's raw cells", async () => {
  const importId = await ledger.checkedLedger(prefecture, CHUXIONG, await sample(SAMPLE));
  const rows = await ledger.ledgerRows(prefecture, importId);
  expect(rows.flatMap(({ findings }) => findings.map(({ kind }) => kind))).toEqual([]);
  expect((await ledger.importPage(prefecture, importId)).counts).toMatchObject({
    ...{ rows: 331, ready: 331, refused: 0, onRoster: 0 },
  });
  await ledger.intoLedger(prefecture, importId);

  const counted = await at.owner.query(
    `SELECT left(county_code, 6) AS county, destination = 'SHANGHAI' AS shanghai, count(*)::int
     FROM placement GROUP BY 1, 2 ORDER BY 1, 2 DESC`,
  );
  const raw = await at.owner.query(
    `SELECT c.code AS county, province = '上海市' AS shanghai, count(*)::int
     FROM raw_cell JOIN (VALUES ('双柏县', '532322'), ('牟定县', '532323'), ('南华县', '532324'),
       ('姚安县', '532325'), ('大姚县', '532326'), ('永仁县', '532327'), ('武定县', '532329'))
       AS c (name, code) ON c.name = raw_cell.county GROUP BY 1, 2 ORDER BY 1, 2 DESC`,
  );
  expect(counted.rows).toEqual(raw.rows);
  expect(raw.rows.map(({ count }) => count as number)).toEqual([
    ...[12, 18, 12, 14, 40, 20, 8, 10, 16, 26, 12, 35, 20, 88],
  ]);
});

test("[R09] 县内 and 省内县外 follow from the two codes; every line is verified and asked after", async () => {
  const { rows } = await at.owner.query(
    `SELECT destination, count(*)::int FROM placement GROUP BY 1 ORDER BY 1`,
  );
  const local = await at.owner.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM raw_cell WHERE county = place",
  );
  const own = local.rows[0]?.n ?? 0;
  expect(rows).toEqual([
    { destination: "IN_PROVINCE", count: 211 - own },
    { destination: "LOCAL", count: own },
    { destination: "SHANGHAI", count: 120 },
  ]);
  const { rows: facts } = await at.owner.query(
    `SELECT count(*)::int AS lines, count(verified_category)::int AS verified,
       count(DISTINCT person_id)::int AS people, count(DISTINCT employer_id)::int AS employers,
       bool_and(next_follow_up_on = started_on + 15) AS asked FROM placement`,
  );
  expect(facts).toEqual([{ lines: 331, verified: 331, people: 331, employers: 12, asked: true }]);
  const { rows: employers } = await at.owner.query(
    "SELECT count(*)::int AS n, count(DISTINCT credit_code)::int AS codes FROM employer",
  );
  expect(employers).toEqual([{ n: 12, codes: 12 }]);
});

test("the same bytes lead to the first import; the same rows in another file are on the ledger already", async () => {
  const upload = { regionCode: CHUXIONG, file: await sample(SAMPLE), previousImportId: null };
  expect(await uploadPlacements(prefecture, upload, ledger.NOW)).toMatchObject({
    refusal: { kind: "sameFile", same: { state: "committed" } },
  });
  const again = await ledger.checkedLedger(prefecture, CHUXIONG, await ledger.copyOfSample());
  const page = await ledger.importPage(prefecture, again);
  expect(page.counts).toMatchObject({ rows: 331, refused: 0, undecided: 0, onRoster: 331 });
  await ledger.intoLedger(prefecture, again);
  expect((await ledger.importPage(prefecture, again)).commitCounts).toMatchObject({
    ...{ added: 0, updated: 0, unchanged: 331 },
  });
});

test("a county's officer brings his own rows of it, and is told whose the others are", async () => {
  const importId = await ledger.checkedLedger(officer, NANHUA, await sample(SAMPLE));
  const rows = await ledger.ledgerRows(officer, importId);
  const refused = rows.filter(({ state }) => state === "refused");
  expect([rows.length, refused.length]).toEqual([331, 271]);
  const mouding = refused.find(({ findings }) => findings[0]?.message.includes("牟定县"));
  expect(mouding?.findings[0]).toMatchObject({ column: "县", kind: "other-county-row" });
  expect(mouding?.findings[0]?.message).toContain("应由牟定县登记");
  // He works already, as the prefecture has entered; that is no matter of this county's.
  expect(mouding?.findings).toHaveLength(1);
  expect((await ledger.importPage(officer, importId)).counts.onRoster).toBe(60);
});

test("what a prefecture brings leaves a trail with each county, and nobody else sees the import", async () => {
  const { rows } = await at.owner.query<{ county: string; detail: string }>(
    `SELECT county_code AS county, detail FROM trail_event
     WHERE action = 'placement.commitImport' ORDER BY seq LIMIT 8`,
  );
  expect(rows.map(({ county }) => county)).toEqual([
    ...[CHUXIONG, "532322", "532323", NANHUA, "532325", "532326", "532327", "532329"],
  ]);
  expect(JSON.parse(rows[3]?.detail ?? "{}")).toMatchObject({ added: 60, updated: 0 });
  const { rows: imports } = await at.owner.query<{ id: string }>(
    "SELECT id FROM roster_import WHERE county_code = $1",
    [CHUXIONG],
  );
  for (const { id } of imports) expect(await viewImport(officer, id, ledger.TODAY)).toBeNull();
  const upload = { regionCode: CHUXIONG, file: await sample(SAMPLE), previousImportId: null };
  expect(await uploadPlacements(officer, upload, ledger.NOW)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
});
