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
