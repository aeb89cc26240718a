import { afterAll, expect, test } from "vitest";
import { viewAllocation } from "~/data/funds/allocation-view.server";
import { foundingDocumentId, foundingTableId } from "~/data/funds/founding-reference.server";
import { fieldsOf } from "~/domain/funds/allocation-draft";
import { FOUNDING_TABLES } from "~/domain/funds/founding/founding-tables";
import { documentForm } from "~/domain/funds/document";
import { wan } from "~/domain/funds/founding/founding-document";
import { draftOfTable } from "~/domain/funds/table-draft";
import { regionName } from "~/platform/reference/region-codes.server";
import { checkDraft, pointedAt } from "~/routes/funds/allocations/check-draft.server";
import { addAllocation } from "~/usecases/funds/add-allocation.server";
import { addDocument } from "~/usecases/funds/add-document.server";
import { voidAllocation } from "~/usecases/funds/void-allocation.server";
import { anActor } from "#test/builders/actor";
import { value } from "#test/db/rosters/support";
import { openTestPlatform } from "#test/support/test-platform";

const at = await openTestPlatform();
afterAll(() => at.close());

const office = anActor("cooperationOffice", "530300", "曲协作");
const chuxiong = anActor("cooperationOffice", "532300", "楚协作");
const QUJING = foundingTableId("曲财农〔2020〕31号");
const founding = FOUNDING_TABLES.find(({ documentNumber }) => documentNumber.startsWith("曲"));
if (founding === undefined) throw new Error("no founding table");
const { allocation } = founding;
const NOW = new Date("2020-07-10T02:00:00Z");
const areaName = (code: string) => regionName(code) ?? code;

const { lines, ...head } = draftOfTable(allocation, { money: "WAN", areaName });
type Line = (typeof lines)[number];
/** The founding table as the form has it, with its lines changed, under the document. */
const typedUnder = (documentId: string, change: (line: Line) => Partial<Line> = () => ({})) => ({
  ...fieldsOf({ ...head, lines: lines.map((line) => ({ ...line, ...change(line) })) }),
  ...{ documentId, regionCode: "530300" },
});

test("[M04] a copy of the founding table is compared with it on the form, cell by cell", async () => {
  const typed = (change: (line: Line) => Partial<Line>) =>
    typedUnder(foundingDocumentId("曲财农〔2020〕31号"), change);
  const wrong = await checkDraft(
    office,
    typed(({ isOffTable, economicCode, declared }) => ({
      declared: isOffTable ? "4570" : declared,
      economicCode: economicCode === "50502" ? "50299" : economicCode,
    })),
  );
  expect(wrong.balance?.wrong).toEqual([]);
  expect(Object.entries(pointedAt(wrong))).toEqual([
    [expect.stringMatching(/^line-\d+-economic$/), expect.stringContaining("50502")],
    [expect.stringMatching(/^line-\d+-declared$/), expect.stringContaining("4750 万元")],
  ]);
  const same = await checkDraft(
    office,
    typed(() => ({})),
  );
  expect(same.compared).toMatchObject({ tableId: QUJING, differences: [] });
  const unreadable = await checkDraft(office, { ...typed(() => ({})), "line-0-declared": "-1300" });
  expect(unreadable).toMatchObject({ balance: null, compared: null });
  const outside = await checkDraft(
    chuxiong,
    typed(() => ({})),
  );
  expect(outside.compared).toBeNull();
});

const asked = (change = {}) => ({
  ...{ documentId: foundingDocumentId("曲财农〔2020〕31号"), regionCode: "530300", year: 2020 },
  ...{ title: "抄件", note: "", sumsReason: "", parentRowId: null, table: allocation },
  ...change,
});
const kindOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly kind: string } }) =>
  outcome.ok ? "done" : outcome.refusal?.kind;
const register = async (number: string, issuedOn: string) => {
  const text = { issuer: "云南省财政厅", number, issuedOn, title: "试录", regionCode: "530300" };
  return value(await addDocument(office, documentForm.parse(text), NOW));
};

test("[M04] a document whose table is shipped takes no other, of whatever year, also from who does not see it", async () => {
  for (const year of [2019, 2020, 2021, 2022]) {
    const outcome = await addAllocation(office, asked({ year }), NOW, "另一笔");
    expect(outcome).toMatchObject({
      refusal: { kind: "tableStands", tableId: QUJING, isShipped: true },
    });
  }
  const own = asked({ regionCode: "532300" });
  expect(kindOf(await addAllocation(chuxiong, own, NOW))).toBe("tableStands");
});

test("[M04] the shipped table of the province gives no area a figure and leaves room for theirs", async () => {
  const documentId = foundingDocumentId("沪合组办〔2020〕9号");
  const rows = allocation.rows.slice(0, 1).map((row) => ({ ...row, declaredTotal: null }));
  const columns = allocation.columns.map((one) => ({ ...one, declared: null }));
  const projects = allocation.projects.map((one) => ({ ...one, declared: null }));
  const table = { rows, columns, projects, declaredTotal: null };
  const tried = (change: object) =>
    addAllocation(office, asked({ documentId, table, ...change }), NOW);
  expect(await tried({ year: 2022 })).toMatchObject({
    refusal: { kind: "yearOfDocument", years: [2020, 2021] },
  });
  expect(kindOf(await tried({ year: 2019 }))).toBe("yearOfDocument");
  const province = anActor("cooperationOffice", "530000", "省协作");
  const ofProvince = asked({ documentId, regionCode: "530000", table, year: 2021 });
  expect(kindOf(await addAllocation(province, ofProvince, NOW))).toBe("tableStands");
  const id = value(await tried({ year: 2021 }));
  value(await voidAllocation(office, { tableId: id, version: 1, reason: "试录" }, NOW));
});

test("[M04] a copy under the other document of the same serial is pointed at and refused until a reason is given", async () => {
  const documentId = await register("云财农〔2020〕31号", "2020-04-01");
  const typed = typedUnder(documentId, ({ isOffTable, declared }) => ({
    declared: isOffTable ? "4570" : declared,
  }));
  for (const year of ["2020", "2021", ""]) {
    const checked = await checkDraft(office, { ...typed, year });
    expect(checked.compared).toMatchObject({ tableId: QUJING, isOfOther: true });
    expect(Object.entries(pointedAt(checked))).toEqual([
      [expect.stringMatching(/^line-\d+-declared$/), expect.stringContaining("4750 万元")],
    ]);
  }
  const { table } = await checkDraft(office, typed);
  for (const year of [2020, 2021]) {
    const outcome = await addAllocation(office, asked({ documentId, table, year }), NOW);
    expect(outcome).toMatchObject({ refusal: { kind: "looksCopied", tableId: QUJING } });
  }
  const late = asked({ documentId, table, year: 2022 });
  expect(kindOf(await addAllocation(office, late, NOW, "第二批"))).toBe("yearOfDocument");
  const id = value(await addAllocation(office, asked({ documentId, table }), NOW, "第二批资金"));
  const shown = await viewAllocation(office, id, "2020-07-10");
  expect(shown?.table.note).toContain("另行录入：第二批资金");
  const { rows } = await at.owner.query<{ told: string }>(
    "SELECT detail::text AS told FROM trail_event WHERE subject_id = $1",
    [id],
  );
  expect(rows[0]?.told).toContain("第二批资金");
  value(await voidAllocation(office, { tableId: id, version: 1, reason: "试录" }, NOW));
});

test("[M04] a table of the year that says something else needs no reason", async () => {
  const documentId = await register("云财农〔2020〕32号", "2020-04-01");
  const row = { unitName: "宣威市", areaCode: "530381", declaredTotal: null, isOffTable: false };
  const cell = { columnKey: "c0", projectKey: "", functionCode: "", economicCode: "" };
  const table = {
    columns: [{ key: "c0", label: "金额", unit: "FEN" as const, of: "", declared: null }],
    ...{ projects: [], declaredTotal: null },
    rows: [{ ...row, note: "", cells: [{ ...cell, amount: wan(1300) }] }],
  };
  const id = value(await addAllocation(office, asked({ documentId, table }), NOW));
  const next = await register("云财农〔2020〕33号", "2020-05-01");
  const again = asked({ documentId: next, table });
  expect(await addAllocation(office, again, NOW)).toMatchObject({
    refusal: { kind: "looksCopied", tableId: id },
  });
  // Another year of an entered table is another year's money.
  value(await addAllocation(office, { ...again, year: 2021 }, NOW));
});
