import { afterAll, beforeAll, expect, test } from "vitest";
import * as XLSX from "xlsx";
import type { BoardFilter } from "~/domain/posts/board";
import { exportPosts } from "~/usecases/posts/export-posts.server";
import { makePostForm } from "~/usecases/posts/make-post-form.server";
import { bytesOf } from "#test/db/posts/roster-import-support";
import { aPost, approved, COUNTY, LATER, MAY, NOW, officer } from "#test/db/posts/wage-support";
import { value } from "#test/db/rosters/support";
import { openTestPlatform, type TestPlatform } from "#test/support/test-platform";

let at: TestPlatform;
beforeAll(async () => {
  at = await openTestPlatform();
  // Sixteen days of May at 1,000 yuan: 516.13.
  await aPost(at, { township: "表格镇", startsOn: "2020-05-01", endsOn: "2020-07-31" });
  await aPost(at, {
    ...{
      township: "表格镇",
      startsOn: "2020-05-16",
      endsOn: "2020-08-15",
      account: "6217000000123456789",
    },
    marks: `${"-".repeat(15)}${"P".repeat(16)}`,
  });
  await aPost(at, {
    township: "去年镇",
    startsOn: "2019-11-01",
    endsOn: "2020-01-31",
    marks: null,
  });
});
afterAll(() => at.close());

async function sheetOf(bytes: AsyncIterable<Buffer>) {
  const { SheetNames, Sheets } = XLSX.read(await bytesOf(bytes), { cellNF: true });
  const sheet = Sheets[SheetNames[0] ?? ""] ?? {};
  return {
    at: (address: string) => sheet[address] as XLSX.CellObject | undefined,
    rows: XLSX.utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: "" }),
  };
}

test("[R17] the wage form's amounts and days are numbers, summed up in its last row; numbers of people are text", async () => {
  const which = await approved("表格镇");
  const asked = { county: COUNTY, month: MAY, township: "", which, purpose: "报账" };
  const made = value(await makePostForm(officer, { ...asked, form: "wages", medium: "file" }, NOW));
  const { at: cell, rows } = await sheetOf(made.bytes);
  const head = rows.findIndex((row) => row[0] === "序号");
  const column = (name: string) => rows[head]?.indexOf(name) ?? -1;
  const address = (name: string, row: number) =>
    XLSX.utils.encode_cell({ c: column(name), r: head + row });
  const numbers = [1, 2].map((row) => cell(address("实发（元）", row)));
  expect(numbers.map((one) => one?.t)).toEqual(["n", "n"]);
  expect(numbers.map((one) => one?.z)).toEqual(["0.00", "0.00"]);
  expect(numbers.map((one) => one?.v)).toEqual(expect.arrayContaining([1000, 516.13]));
  expect(cell(address("出勤天数", 1))).toMatchObject({ t: "n", z: "0" });
  for (const name of ["身份证号码", "收款账户"]) expect(cell(address(name, 1))?.t).toBe("s");
  const sums = rows[head + 3];
  expect([sums?.[0], sums?.[column("应发（元）")], sums?.[column("实发（元）")]]).toEqual([
    ...["合计", 1516.13, 1516.13],
  ]);
  expect(cell(address("实发（元）", 3))).toMatchObject({ t: "n", z: "0.00" });
  expect(sums?.[column("月标准（元）")]).toBe("");
});

const all: BoardFilter = {
  ...{ county: "", township: "", village: "", title: "", text: "", state: "all", year: 2020 },
  ...{ quota: null, import: null },
};
const exported = async (filter: Partial<BoardFilter>) => {
  const asked = { filter: { ...all, ...filter }, numbers: "masked" as const, reason: "" };
  const { fileName, bytes } = value(await exportPosts(officer, asked, LATER));
  const { rows, at: cell } = await sheetOf(bytes);
  return { fileName, heading: String(rows[0]?.[0]), rows, cell };
};

test("[R05] the export names the year of its posts, not of its making, in heading and file", async () => {
  const of = async (filter: Partial<BoardFilter>) => {
    const { fileName, heading } = await exported(filter);
    return [heading, fileName];
  };
  const title = "临时性公共服务岗位人员名册";
  expect(await of({ year: 2019 })).toEqual([
    ...[`南华县2019年${title}`, "公共服务岗位名册_南华县_2019年_2020-07-02.xlsx"],
  ]);
  expect((await of({ year: 2020 }))[0]).toBe(`南华县2020年${title}`);
  expect((await of({ state: "unsigned", year: 2021 }))[0]).toBe(`南华县2019至2020年${title}`);
  expect((await of({ state: "serving", year: 2019 }))[0]).toBe(`南华县2020年${title}`);
});

test("the export's rate is a number with two decimals, its ID number is text", async () => {
  const { rows, cell } = await exported({});
  const head = rows.findIndex((row) => row[0] === "序号");
  const column = (name: string) => rows[head]?.indexOf(name) ?? -1;
  const of = (name: string) => cell(XLSX.utils.encode_cell({ c: column(name), r: head + 1 }));
  expect(of("月补贴标准（元）")).toMatchObject({ t: "n", v: 1000, z: "0.00" });
  expect(of("身份证号")?.t).toBe("s");
});
