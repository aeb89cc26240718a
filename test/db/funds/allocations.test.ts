import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { areaReader } from "~/data/funds/allocation-areas-view.server";
import { viewAllocationTree } from "~/data/funds/allocation-tree-view.server";
import { viewAllocation } from "~/data/funds/allocation-view.server";
import { writeAllocationWorkbook } from "~/data/funds/allocation-workbook.server";
import { foundingDocumentId, foundingTableId } from "~/data/funds/founding-reference.server";
import type { Allocation } from "~/domain/funds/allocation";
import { balance } from "~/domain/funds/balance";
import { documentForm } from "~/domain/funds/document";
import { wan } from "~/domain/funds/founding/founding-document";
import { FOUNDING_TABLES } from "~/domain/funds/founding/founding-tables";
import { readDraft } from "~/domain/funds/read-draft";
import { draftOfTable } from "~/domain/funds/table-draft";
import { fen } from "~/domain/shared/fen";
import { storeFile } from "~/platform/evidence-store.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { addAllocation } from "~/usecases/funds/add-allocation.server";
import { addDocument } from "~/usecases/funds/add-document.server";
import { addPot } from "~/usecases/funds/add-pot.server";
import { exportAllocation } from "~/usecases/funds/allocation-file.server";
import { readAllocationFile } from "~/usecases/funds/read-allocation-file.server";
import { voidAllocation } from "~/usecases/funds/void-allocation.server";
import { anActor } from "#test/builders/actor";
import { value } from "#test/db/rosters/support";
import { openTestPlatform } from "#test/support/test-platform";

const at = await openTestPlatform();
afterAll(() => at.close());

const NOW = new Date("2020-07-10T02:00:00Z");
const TODAY = "2020-07-10";
const office = anActor("cooperationOffice", "530300", "曲协作");
const county = anActor("finance", "530381", "宣财务");
const chuxiong = anActor("cooperationOffice", "532300", "楚协作");
const QUJING = foundingTableId("曲财农〔2020〕31号");
const founding = FOUNDING_TABLES.find(({ documentNumber }) => documentNumber.startsWith("曲"));
if (founding === undefined) throw new Error("no founding table");
const { allocation } = founding;
const areaName = (code: string) => regionName(code) ?? code;

/** A paper of the city's own, on which no table rests yet. */
const paper = value(
  await addDocument(
    office,
    documentForm.parse({
      ...{ issuer: "曲靖市财政局", number: "曲财农〔2020〕99号", issuedOn: "2020-06-01" },
      ...{ title: "试录", regionCode: "530300" },
    }),
    NOW,
  ),
);

const askedOf = (table: Allocation, change = {}) => ({
  ...{ documentId: foundingDocumentId("曲财农〔2020〕31号"), regionCode: "530300", year: 2020 },
  ...{ title: "抄件", note: "", sumsReason: "", parentRowId: null as string | null, table },
  ...change,
});
const kindOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;

/** The table as it comes back from a workbook. */
async function readBack(bytes: AsyncIterable<Buffer>) {
  const id = randomUUID();
  await storeFile(id, bytes, 5_000_000);
  const draft = value(await readAllocationFile(office, { id, fileName: "抄件.xlsx" }, NOW));
  return readDraft(draft, { money: "WAN", ...areaReader("530300") });
}

test("[M01] [M04] the founding tables are loaded and balance", async () => {
  for (const { documentNumber } of FOUNDING_TABLES) {
    const page = await viewAllocation(county, foundingTableId(documentNumber), TODAY);
    expect(page?.balance.sums.length).toBeGreaterThan(5);
    expect(page?.balance.wrong).toEqual([]);
  }
  const shown = await viewAllocation(county, QUJING, TODAY);
  expect(shown?.table).toMatchObject({ declaredTotal: wan(21575), year: 2020 });
});

test("[M05] a county's total stands beside what it has outside the table; nothing counts twice", async () => {
  const { areas, documents } = await viewAllocationTree(office, 2020);
  const brief = areas.map(({ areaCode, inTable, offTable, labour }) => {
    return [areaCode, inTable / wan(1), offTable / wan(1), labour / wan(1)];
  });
  expect(brief).toEqual([
    ["530300", 580, 0, 90],
    ["530323", 3800, 0, 300],
    ["530324", 3770, 0, 270],
    ["530325", 4240, 0, 740],
    ["530326", 7885, 0, 1450],
    ["530381", 1300, 4750, 1150],
  ]);
  expect(documents.map(({ label, tables }) => [label, tables[0]?.total])).toEqual([
    ["沪合组办〔2020〕9号", wan(340400)],
    ["曲财农〔2020〕31号", wan(21575)],
  ]);
});

test("[M07] the city bureau's 90 under 培训费 are remarked on, and nothing else", async () => {
  const page = await viewAllocation(county, QUJING, TODAY);
  const remarked = page?.cells.filter(({ remark }) => remark !== null);
  expect(remarked?.map(({ unitName, amount }) => [unitName, amount])).toEqual([
    ["市人社局", wan(90)],
  ]);
});

test("another prefecture does not see the table", async () => {
  expect(await viewAllocation(chuxiong, QUJING, TODAY)).toBeNull();
  expect(await exportAllocation(chuxiong, QUJING)).toBeNull();
  expect((await viewAllocationTree(chuxiong, 2020)).documents).toHaveLength(1);
});

test("[M04] a copy through the workbook says the same; every cell made wrong in it is pointed at", async () => {
  const exported = await exportAllocation(office, QUJING);
  if (exported === null) throw new Error("no export");
  const { table, errors } = await readBack(exported.bytes);
  expect(errors).toEqual({});
  const plain = (one: Allocation) =>
    one.rows.map(({ unitName, areaCode, declaredTotal, isOffTable, cells }) => {
      const amounts = cells.map(({ amount, functionCode, economicCode }) => {
        return `${amount} ${functionCode} ${economicCode}`;
      });
      return { unitName, areaCode, declaredTotal, isOffTable, amounts: amounts.sort() };
    });
  expect(plain(table)).toEqual(plain(allocation));
  expect(balance(table).wrong).toEqual([]);
  const draft = draftOfTable(allocation, { money: "WAN", areaName });
  for (const [line, { amounts, isOffTable }] of draft.lines.entries()) {
    for (const [column, amount] of amounts.entries()) {
      if (amount === "" || isOffTable) continue;
      const wrong = draft.lines.map((one, index) =>
        index === line
          ? { ...one, amounts: one.amounts.with(column, String(Number(amount) + 9)) }
          : one,
      );
      const read = await readBack(writeAllocationWorkbook("抄件", { ...draft, lines: wrong }));
      expect(balance(read.table).suspects).toMatchObject([
        { place: { kind: "cell" }, shouldBe: wan(Number(amount)), stated: wan(Number(amount) + 9) },
      ]);
    }
  }
});

test("nothing is written before it balances, or the reason is given that the document has it so", async () => {
  const wrong = { ...allocation, declaredTotal: wan(21576) };
  const asked = (table: Allocation, change = {}) =>
    askedOf(table, { documentId: paper, ...change });
  const count = async () => {
    const { rows } = await at.owner.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM allocation_table",
    );
    return rows[0]?.n;
  };
  const before = await count();
  expect(kindOf(await addAllocation(office, asked(wrong), NOW, "另一笔"))).toBe("unbalanced");
  expect(kindOf(await addAllocation(chuxiong, asked(allocation), NOW))).toBe("forbidden");
  expect(kindOf(await addAllocation(county, asked(allocation), NOW))).toBe("forbidden");
  const other = "第二批，金额与第一批相同";
  const unknown = asked(allocation, { documentId: randomUUID() });
  expect(kindOf(await addAllocation(office, unknown, NOW))).toBe("documentUnknown");
  expect(await count()).toBe(before);
  const reason = { sumsReason: "文件总计多写 1 万元，已核实" };
  const id = value(await addAllocation(office, asked(wrong, reason), NOW, other));
  const page = await viewAllocation(county, id, TODAY);
  expect(page?.table.sumsReason).toBe(reason.sumsReason);
  expect(page?.balance.suspects).toMatchObject([
    { place: { kind: "total" }, shouldBe: wan(21575) },
  ]);
  const again = { tableId: id, version: 1, reason: "试录" };
  expect(kindOf(await voidAllocation(county, again, NOW))).toBe("forbidden");
  value(await voidAllocation(office, again, NOW));
  expect(kindOf(await voidAllocation(office, again, NOW))).toBe("voided");
  expect(kindOf(await voidAllocation(office, { ...again, tableId: QUJING }, NOW))).toBe("founding");
});

const ROW_OF = async (place: number) => {
  const above = await viewAllocation(county, QUJING, TODAY);
  return above?.table.rows[place] ?? { id: "", cells: [] };
};
const PROJECTS = [
  { key: "p0", label: "贫困劳动力转移就业", clause: "", isLabour: true, declared: null },
  { key: "p1", label: "医疗智能决策系统试点", clause: "", isLabour: false, declared: null },
];
/** A division into units: whose, where, for which project, 万元. */
const dividedInto = (units: readonly (readonly [string, string, number, number])[]) => ({
  columns: [{ key: "c0", label: "金额", unit: "FEN" as const, of: "", declared: null }],
  ...{ projects: PROJECTS, declaredTotal: null },
  rows: units.map(([unitName, areaCode, project, amount]) => ({
    ...{ unitName, areaCode, declaredTotal: null, isOffTable: false, note: "" },
    cells: [
      {
        columnKey: "c0",
        projectKey: `p${project}`,
        amount: wan(amount),
        functionCode: "",
        economicCode: "",
      },
    ],
  })),
});
const HRSS = ["县人社局", "530381", 0, 1150] as const;
const MEDICAL = ["县卫健局", "530381", 1, 150] as const;

test("[M05] a county divides its line once: the parts come to it and to its projects, and count in its place", async () => {
  const { id: parentRowId } = await ROW_OF(0);
  const division = { regionCode: "530381", parentRowId };
  const tried = async (units: Parameters<typeof dividedInto>[0], change = {}) =>
    kindOf(
      await addAllocation(county, askedOf(dividedInto(units), { ...division, ...change }), NOW),
    );
  const short = [["县人社局", "530381", 0, 1149], MEDICAL] as const;
  expect(await tried(short)).toBe("unbalanced");
  expect(await tried(short, { sumsReason: "县里自己留了 1 万元" })).toBe("unbalanced");
  const noLabour = [["县人社局", "530381", 1, 1150], MEDICAL] as const;
  expect(await tried(noLabour)).toBe("unbalanced");
  expect(await tried([["会泽县人社局", "530326", 0, 1150], MEDICAL])).toBe("divisionArea");
  expect(await tried([HRSS, MEDICAL], { year: 2021 })).toBe("divisionYear");
  expect(await tried([HRSS, MEDICAL], { parentRowId: (await ROW_OF(1)).id })).toBe("parentUnknown");
  expect(await tried([HRSS, MEDICAL])).toBe("done");
  expect(await tried([HRSS, MEDICAL])).toBe("lineDivided");
  const { areas } = await viewAllocationTree(office, 2020);
  expect(areas.find(({ areaCode }) => areaCode === "530381")).toMatchObject({
    ...{ inTable: wan(1300), offTable: wan(4750), labour: wan(1150) },
  });
});

test("[M05] pots and a division never stand on one line, and the database holds one division of it", async () => {
  const potOf = (cellId: string, regionCode: string) =>
    addPot(
      anActor("finance", regionCode),
      {
        cellId,
        facts: {
          ...{
            regionCode,
            year: 2020,
            name: "劳务",
            unitName: "县人社局",
            purpose: "LABOUR_TRANSFER",
          },
          ...{ isLabour: true, amountFen: fen(wan(1)), plannedFen: fen(0), implementer: "" },
          ...{ implementerRegion: "530381", implementerReason: "", letterReceivedOn: null },
        },
      },
      NOW,
    );
  const divided = await ROW_OF(0);
  expect(kindOf(await potOf(divided.cells[0]?.id ?? "", "530381"))).toBe("cellUnknown");
  const potted = await ROW_OF(4);
  expect(kindOf(await potOf(potted.cells[1]?.id ?? "", "530326"))).toBe("done");
  const table = dividedInto([["县人社局", "530326", 0, 1450]]);
  const division = { regionCode: "530326", parentRowId: potted.id };
  const outcome = await addAllocation(office, askedOf(table, division), NOW);
  expect(kindOf(outcome)).toBe("lineHasPots");
  const again = at.owner.query(
    `INSERT INTO allocation_table (id, document_id, region_code, year, title, columns, parent_row_id, created_at)
     VALUES ($1, $2, '530381', 2020, '又一份', '[]', $3, now())`,
    [randomUUID(), paper, divided.id],
  );
  await expect(again).rejects.toThrow("allocation_division_once");
});

test("[M04] a document's table is entered once for an area and year; voided it may be entered again", async () => {
  const first = askedOf(allocation, { documentId: foundingDocumentId("曲财农〔2020〕31号") });
  expect(kindOf(await addAllocation(office, first, NOW))).toBe("tableStands");
  const own = askedOf(allocation, { documentId: paper });
  const race = await Promise.all([
    addAllocation(office, own, NOW, "第二批"),
    addAllocation(office, own, NOW, "第二批"),
  ]);
  expect(race.map(kindOf).sort()).toEqual(["done", "tableStands"]);
  const id = race.flatMap((one) => (one.ok ? [one.value] : []))[0] ?? "";
  value(await voidAllocation(office, { tableId: id, version: 1, reason: "重录" }, NOW));
  const anew = value(await addAllocation(office, own, NOW, "第二批"));
  value(await voidAllocation(office, { tableId: anew, version: 1, reason: "试录" }, NOW));
});
