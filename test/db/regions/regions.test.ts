import { Readable } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadReference } from "~/data/regions/load-reference.server";
import { listCounties, viewCounty } from "~/data/regions/region-view.server";
import { storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { platform } from "~/platform/platform.server";
import { changeSubdivision } from "~/usecases/regions/change-subdivision.server";
import { countyFactForm, recordCountyFact } from "~/usecases/regions/record-county-fact.server";
import { saveCountySubdivisions } from "~/usecases/regions/save-subdivisions.server";
import { anActor } from "#test/builders/actor";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

const MOUDING = "532323";
const NOW = new Date("2020-07-10T02:00:00Z");
const officer = anActor("caseOfficer", MOUDING, "普经办");
const neighbour = anActor("caseOfficer", "532329", "白经办");
const administrator = anActor("systemAdministrator", "530000", "管理员");

let at: TestPlatform;

beforeAll(async () => {
  at = await openTestPlatform();
});
afterAll(() => at.close());

const save = (text: string, actor = officer, county = MOUDING) =>
  saveCountySubdivisions(actor, county, { text }, NOW);

const count = async (table: string) =>
  Number((await at.owner.query(`SELECT count(*) FROM ${table}`)).rows[0].count);

test("the reference data is loaded once, however often the product starts", async () => {
  const before = [await count("region"), await count("pairing"), await count("region_flag")];
  expect(before[0]).toBeGreaterThan(3_000);
  await at.owner.query(
    "UPDATE pairing SET to_on = '2021-05-31', end_is_assumed = false WHERE district_code = '310114'",
  );
  await loadReference(at.owner);
  expect([await count("region"), await count("pairing"), await count("region_flag")]).toEqual(
    before,
  );
  const { rows } = await at.owner.query(
    "SELECT DISTINCT to_on::text FROM pairing WHERE district_code = '310114'",
  );
  expect(rows).toEqual([{ to_on: "2021-05-31" }]);
});

test("[R13] flags and pairings of a county hold between their days only", async () => {
  const on = async (day: string) =>
    (await listCounties(officer, day)).find((county) => county.code === MOUDING);
  expect(await on("2020-07-05")).toMatchObject({ flags: [], districts: ["嘉定区"] });
  expect(await on("2020-07-06")).toMatchObject({ flags: ["LISTED_SUPERVISION"] });
  expect(await on("2020-12-31")).toMatchObject({ flags: ["LISTED_SUPERVISION"] });
  expect(await on("2021-01-01")).toMatchObject({ flags: [] });
  expect(await on("2019-12-31")).toMatchObject({ districts: [] });
});

test("townships and villages are entered from pasted lines, all or none", async () => {
  const wrong = await save(
    "532323101 共和镇\n532323102001 大庙村委会\n530381101 外县镇\n123 短\n无代码村",
  );
  expect(wrong).toMatchObject({
    refusal: {
      kind: "hasProblems",
      problems: [{ line: 2 }, { line: 3 }, { line: 4 }, { line: 5 }],
    },
  });
  expect((await viewCounty(officer, MOUDING))?.townships).toEqual([]);
  const right = await save(
    "代码\t名称\n532323101\t共和镇\n532323101001，大庙村委会\n\n532323102 新桥镇",
  );
  expect(right).toEqual({ ok: true, value: { added: 3, renamed: 0 } });
  expect(await save("532323102 新桥乡\n532323101 共和镇")).toEqual({
    ok: true,
    value: { added: 0, renamed: 1 },
  });
  expect((await viewCounty(officer, MOUDING))?.townships).toEqual([
    {
      code: "532323101",
      name: "共和镇",
      villages: [{ code: "532323101001", name: "大庙村委会" }],
    },
    { code: "532323102", name: "新桥乡", villages: [] },
  ]);
});

async function saveFile(bytes: Buffer, actor = officer) {
  const file = { id: newId(), fileName: "村表.csv" };
  await storeFile(file.id, Readable.from([bytes]), 1e6);
  return saveCountySubdivisions(actor, MOUDING, { file }, NOW);
}

test("a list kept as a text table is taken like pasted lines, faults by their rows", async () => {
  const list = "代码,名称\r\n532323103,江坡镇\r\n532323103001,大树村委会\r\n";
  expect(await saveFile(Buffer.from(list))).toEqual({ ok: true, value: { added: 2, renamed: 0 } });
  const wrong = await saveFile(Buffer.from(`${list}532323,牟定县\r\n`));
  expect(wrong).toMatchObject({ refusal: { kind: "hasProblems", problems: [{ line: 4 }] } });
});

test("a file that is no table is refused with a sentence, and opened for nobody else's sake", async () => {
  const broken = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]);
  const refusal = { kind: "unreadable", message: expect.stringMatching(/。$/) };
  expect(await saveFile(broken)).toMatchObject({ refusal });
  expect(await saveFile(broken, neighbour)).toMatchObject({ refusal: { kind: "forbidden" } });
  expect(await saveFile(Buffer.from("说明\r\n"))).toMatchObject({ ok: false });
});

test("the same code twice in one list is refused with both lines", async () => {
  expect(await save("532323104 凤屯镇\n532323104 凤屯乡")).toMatchObject({
    refusal: { problems: [{ line: 2, message: "代码与第 1 行重复" }] },
  });
});

test("a township with villages is not removed; a village and then the township are", async () => {
  await save("532323105 蟠猫乡\n532323105001 龙排村委会");
  const remove = (code: string) => changeSubdivision(officer, code, { kind: "remove" }, NOW);
  expect(await remove("532323105")).toMatchObject({ refusal: { kind: "inUse" } });
  expect((await remove("532323105001")).ok).toBe(true);
  expect((await remove("532323105")).ok).toBe(true);
  expect(await remove("532323")).toMatchObject({ refusal: { kind: "notFound" } });
});

test("another county's officer neither sees nor changes, and the wall stands under it", async () => {
  await save("532323106 戌街乡");
  expect(await viewCounty(neighbour, MOUDING)).toBeNull();
  expect(await save("532323107 安乐乡", neighbour)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  const rename = { kind: "rename", name: "改名乡" } as const;
  expect(await changeSubdivision(neighbour, "532323106", rename, NOW)).toMatchObject({
    refusal: { kind: "notFound" },
  });
  const { rowCount } = await platform().pool.query(
    "UPDATE region SET name = '改' WHERE code = '532323106'",
  );
  expect(rowCount).toBe(0);
});

test("only the administrator records flags and pairings, and both leave a trail", async () => {
  const fact = countyFactForm.parse({
    what: "COVID_AFFECTED",
    from: "2020年3月24日",
    to: "",
    source: "测试文件〔2020〕1号",
  });
  expect(await recordCountyFact(officer, MOUDING, fact, NOW)).toMatchObject({
    refusal: { kind: "forbidden" },
  });
  expect((await recordCountyFact(administrator, MOUDING, fact, NOW)).ok).toBe(true);
  const ended = { ...fact, to: "2020-06-30" };
  expect((await recordCountyFact(administrator, MOUDING, ended, NOW)).ok).toBe(true);
  const county = await viewCounty(officer, MOUDING);
  expect(county?.flags.filter(({ kind }) => kind === "COVID_AFFECTED")).toMatchObject([
    { from: "2020-03-24", to: "2020-06-30" },
  ]);
  const { rows } = await at.owner.query(
    "SELECT action FROM trail_event WHERE action = 'region.flag'",
  );
  expect(rows).toHaveLength(2);
});

test("a fact whose end lies before its beginning, or without a document, is refused", () => {
  const given = { what: "310114", from: "2020-06-02", to: "2020-06-01", source: "" };
  const issues = countyFactForm.safeParse(given).error?.issues.map((issue) => issue.path[0]);
  expect(issues).toContain("source");
  const dated = countyFactForm.safeParse({ ...given, source: "测试文件" });
  expect(dated.error?.issues).toMatchObject([{ path: ["to"] }]);
  expect(countyFactForm.safeParse({ ...given, to: "2020-06-02", source: "测试文件" }).success).toBe(
    true,
  );
});
