import { afterAll, beforeAll, expect, test } from "vitest";
import { readLedgerFilter } from "~/routes/placements/ledger-address";
import { isUuid } from "~/platform/http/list-address.server";
import { openWorkbook, ROSTER_LIMITS } from "~/platform/workbook/open-workbook.server";
import { exportPlacements } from "~/usecases/placements/export-placements.server";
import { anActor } from "#test/builders/actor";
import { idNumberOf } from "#test/builders/id-card-number";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";
import { loadSampleRegistry, received, sample, value } from "../rosters/support";
import * as ledger from "./ledger-import-support";

const CHUXIONG = "532300";
const NANHUA = "532324";

let at: TestPlatform;
const prefecture = anActor("prefectureSupervisor", CHUXIONG, "周监管");
const officer = anActor("caseOfficer", NANHUA, "张经办");
const station = anActor("labourStationOfficer", NANHUA, "站员");

const filterOf = (address: string) => readLedgerFilter(new URLSearchParams(address), isUuid);
const ALL = filterOf("state=all");

beforeAll(async () => {
  at = await openTestPlatform();
  await loadSampleRegistry(prefecture);
  const file = await sample("placement-roster-prefecture.xlsx");
  await ledger.intoLedger(prefecture, await ledger.checkedLedger(prefecture, CHUXIONG, file));
  await ledger.intoLedger(
    officer,
    await ledger.checkedLedger(officer, NANHUA, await ledger.ledgerFile(ODD_LINES)),
    "goodOnly",
  );
  // What a file cannot say, officers set by hand.
  await at.owner.query(
    `UPDATE placement SET form = 'ENTREPRENEURSHIP' WHERE id IN
       (SELECT id FROM placement ORDER BY id_index LIMIT 5)`,
  );
  await at.owner.query(
    `UPDATE placement SET worker_group = 'LEADER' WHERE id IN
       (SELECT id FROM placement ORDER BY id_index LIMIT 3)`,
  );
  await at.owner.query(
    `UPDATE placement SET contract_from = started_on, contract_to = started_on + 365 WHERE id IN
       (SELECT id FROM placement ORDER BY id_index LIMIT 4)`,
  );
  await at.owner.query(
    `UPDATE placement SET ended_on = started_on + 40, end_reason = 'RETURNED_HOME',
       next_follow_up_on = NULL WHERE id IN (SELECT id FROM placement ORDER BY id_index LIMIT 2)`,
  );
  await at.owner.query("UPDATE placement SET note = E'分两行\\n写的备注' WHERE sheet_row = 9");
});
afterAll(() => at.close());

const person = (serial: number) => ({
  name: "罗志荣",
  idCardNumber: idNumberOf(NANHUA, "1980-05-05", serial),
  phone: "15827307528",
});
const ODD_LINES = [
  { workProvince: "云南", workplace: "楚雄州禄丰县", contractKind: "未签", publicPost: "是" },
  { workProvince: "广东省", workplace: "", contractKind: "", arrangement: "", creditCode: "" },
  { workProvince: "广东省", workplace: "东莞市", monthlyWage: "4,500.50元/月", creditCode: "" },
  { workProvince: "", workplace: "云南省昆明市", startedOn: "2020年3月1日", phone: "" },
  { workProvince: "浙江", workplace: "宁波市鄞州区", jobTitle: "=HYPERLINK(1)", note: "a b" },
].map((cells, row) => ({
  ...{ county: "南华县", employer: `用工单位${row}`, startedOn: "2020-04-01" },
  ...{ creditCode: "", contractKind: "劳动合同", arrangement: "自发", publicPost: "否" },
  ...person(561 + 2 * row),
  ...cells,
}));

async function exported(actor = prefecture, filter = ALL, numbers: "full" | "masked" = "full") {
  const asked = { filter, numbers, reason: "报州人社局汇总" };
  const { bytes } = value(await exportPlacements(actor, asked, ledger.NOW));
  const chunks: Buffer[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function textsOf(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  const book = await openWorkbook(bytes, "导出.xlsx", ROSTER_LIMITS);
  const rows: (readonly string[])[] = [];
  for await (const batch of book.rows(0)) rows.push(...batch.map(({ texts }) => texts));
  return rows;
}

test("an export comes back without a difference: every line is on the ledger as it stands", async () => {
  const file = await received(await exported(), "导出.xlsx");
  const importId = await ledger.checkedLedger(prefecture, CHUXIONG, file);
  const page = await ledger.importPage(prefecture, importId);
  const rows = await ledger.ledgerRows(prefecture, importId);
  expect(rows.filter(({ matching }) => matching !== "onRoster")).toEqual([]);
  expect(page.counts).toMatchObject({ rows: 336, refused: 0, onRoster: 336, undecided: 0 });
});

test("the filter of the list is that of the export; masked numbers stay masked", async () => {
  const shanghai = filterOf("state=all&county=532324&destination=SHANGHAI");
  const rows = await textsOf(await exported(officer, shanghai, "masked"));
  expect(rows[0]?.[0]).toBe("南华县2020年沪滇劳务协作转移就业台账");
  expect(rows[1]?.[0]).toBe("统计截止：2020年9月10日");
  const lines = rows.slice(3, -1);
  expect(lines).toHaveLength(40);
  expect(new Set(lines.map((texts) => `${texts[1]} ${texts[8]}`))).toEqual(
    new Set(["南华县 上海市"]),
  );
  expect(JSON.stringify(rows)).not.toMatch(/\d{17}[\dX]/);
});

test("numbers in full ask for a purpose, a role without the right gets nothing, and each county's trail tells of it", async () => {
  const asked = { filter: ALL, numbers: "full", reason: " " } as const;
  expect(await exportPlacements(officer, asked, ledger.NOW)).toMatchObject({
    refusal: { kind: "reasonMissing" },
  });
  expect(
    await exportPlacements(station, { ...asked, numbers: "masked" }, ledger.NOW),
  ).toMatchObject({ refusal: { kind: "forbidden" } });
  const { rows } = await at.owner.query<{ county: string; detail: string }>(
    `SELECT county_code AS county, detail FROM trail_event WHERE action = 'placement.export'
     ORDER BY seq`,
  );
  expect(rows.map(({ county }) => county)).toEqual([
    ...["532322", "532323", NANHUA, "532325", "532326", "532327", "532329", NANHUA],
  ]);
  expect(JSON.parse(rows[2]?.detail ?? "{}")).toMatchObject({
    ...{ lines: 65, numbers: "full", reason: "报州人社局汇总" },
  });
});

test("[R26] the export writes the group in a column of its own, and only that group when asked", async () => {
  const rows = await textsOf(await exported(prefecture, filterOf("state=all&group=LEADER")));
  const at = rows[2]?.indexOf("人员类别") ?? -1;
  expect(rows.slice(3, -1).map((texts) => texts[at])).toEqual(Array(3).fill("致富带头人"));
  const others = await textsOf(await exported(prefecture, filterOf("state=all&group=GENERAL")));
  expect(new Set(others.slice(3, -1).map((texts) => texts[at]))).toEqual(new Set(["一般劳动力"]));
});

test("what was taken out of the ledger goes into no file, and the answer says so", async () => {
  const asked = { filter: filterOf("state=removed"), numbers: "masked", reason: "" } as const;
  expect(await exportPlacements(prefecture, asked, ledger.NOW)).toMatchObject({
    refusal: { kind: "removed" },
  });
});

const LEAVER = {
  ...{
    county: "南华县",
    workProvince: "上海市",
    workplace: "嘉定区",
    employer: "嘉定物流有限公司",
  },
  ...{ startedOn: "2020-05-06", contractKind: "劳动合同", arrangement: "有组织", publicPost: "否" },
  ...{ contractFrom: "2020-05-06", contractTo: "2021-05-05" },
  ...{ endedOn: "2020-08-31", endReason: "返乡", batch: "2020年春季第一批" },
};
const someLeaver = (serial: number, cells: Record<string, string> = {}) => ({
  ...LEAVER,
  ...{ name: "鲁绍琼", phone: "15827307528", creditCode: "91310114EGLPXMHH7H" },
  idCardNumber: idNumberOf(NANHUA, "1981-05-05", serial),
  ...cells,
});
const standing = async (importId: string) => {
  const { rows } = await at.owner.query(
    `SELECT p.contract_from::text AS "from", p.contract_to::text AS "to", p.ended_on::text AS ended,
       p.end_reason AS reason, b.name AS batch, p.next_follow_up_on AS next
     FROM placement p LEFT JOIN labour_batch b ON b.id = p.batch_id WHERE p.import_id = $1
     ORDER BY p.sheet_row`,
    [importId],
  );
  return rows;
};

test("whoever has left comes in as such, with contract, reason and batch, and goes out with them", async () => {
  await at.owner.query(
    `INSERT INTO labour_batch (id, county_code, intermediary_id, name, organised_on, created_by, created_at)
     VALUES (gen_random_uuid(), $1, gen_random_uuid(), '2020年春季第一批', '2020-05-01', gen_random_uuid(), now())`,
    [NANHUA],
  );
  const file = await ledger.ledgerFile([someLeaver(11)]);
  const importId = await ledger.checkedLedger(officer, NANHUA, file);
  await ledger.intoLedger(officer, importId);
  expect(await standing(importId)).toEqual([
    {
      ...{ from: "2020-05-06", to: "2021-05-05", ended: "2020-08-31", reason: "RETURNED_HOME" },
      ...{ batch: "2020年春季第一批", next: null },
    },
  ]);
  const rows = await textsOf(await exported(officer, filterOf("state=ended&text=鲁绍琼")));
  const headers = rows[2] ?? [];
  const cell = (header: string) => rows[3]?.[headers.indexOf(header)];
  expect(["合同起", "合同止", "离岗时间", "离岗原因", "输出批次"].map(cell)).toEqual([
    ...["2020-05-06", "2021-05-05", "2020-08-31", "返乡", "2020年春季第一批"],
  ]);
});

test("a file that tells of an ending taken over ends the line, and one that is silent leaves it ended", async () => {
  const still = { endedOn: "", endReason: "", batch: "", contractTo: "" };
  const first = await ledger.checkedLedger(
    officer,
    NANHUA,
    await ledger.ledgerFile([someLeaver(12, still)]),
  );
  await ledger.intoLedger(officer, first);
  expect(await standing(first)).toMatchObject([{ ended: null, to: null, batch: null }]);
  const second = await ledger.checkedLedger(
    officer,
    NANHUA,
    await ledger.ledgerFile([someLeaver(12)]),
  );
  const [row] = await ledger.ledgerRows(officer, second);
  expect(row?.differences.map(({ label }) => label)).toEqual([
    ...["合同止", "离岗时间", "离岗原因", "输出批次"],
  ]);
  await at.owner.query("UPDATE roster_import_row SET decision = 'take' WHERE import_id = $1", [
    second,
  ]);
  await ledger.intoLedger(officer, second);
  expect(await standing(first)).toMatchObject([
    { ended: "2020-08-31", reason: "RETURNED_HOME", to: "2021-05-05", next: null },
  ]);
  const third = await ledger.checkedLedger(
    officer,
    NANHUA,
    await ledger.ledgerFile([someLeaver(12, still)]),
  );
  expect((await ledger.ledgerRows(officer, third))[0]?.matching).toBe("onRoster");
});

test("a row that tells of an ending and not rightly when is refused; an unknown batch is pointed out", async () => {
  const file = await ledger.ledgerFile([
    someLeaver(21, { endedOn: "" }),
    someLeaver(22, { endedOn: "2020-05-05" }),
    someLeaver(23, { endedOn: "2999-01-01" }),
    someLeaver(24, { endedOn: "2020-05-06", endReason: "", batch: "没有这一批" }),
  ]);
  const rows = await ledger.ledgerRows(officer, await ledger.checkedLedger(officer, NANHUA, file));
  const kinds = rows.map(({ findings }) => findings.map(({ kind }) => kind));
  expect(kinds[0]).toContain("end-unreadable");
  expect(kinds[1]).toContain("end-before-start");
  expect(kinds[2]).toContain("end-in-future");
  expect(kinds[3]).toEqual(expect.arrayContaining(["end-reason-unreadable", "batch-unknown"]));
  expect(rows.map(({ state }) => state === "refused")).toEqual([true, true, true, false]);
});
