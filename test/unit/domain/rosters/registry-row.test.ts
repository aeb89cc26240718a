import { describe, expect, test } from "vitest";
import { columnMap } from "~/domain/rosters/column-map";
import { findTable } from "~/domain/rosters/find-table";
import { registryLayout } from "~/domain/rosters/layouts/registry";
import { readRegistryRow } from "~/domain/rosters/registry-row";
import { sheet, sheetRow } from "#test/builders/sheet-row";
import { idNumberOf } from "#test/builders/id-card-number";
import { CONTEXT } from "#test/builders/training-row";

const ID = idNumberOf("532323", "1975-12-23", 915);
const HEADERS = registryLayout.fields.map((field) => field.header);
const CELLS = [
  "云南省",
  "楚雄彝族自治州",
  "牟定县",
  "新桥镇",
  "白沙村委会",
  "532323110001625",
  "鲁晓美",
  "鲁晓美",
  ID,
  "户主",
  "汉族",
  "一般农户",
  "已脱贫",
  "2018",
  "2020-06-20 10:00:00",
];

function read(change: Readonly<Record<string, string>> = {}) {
  const { table } = findTable([sheet("Sheet1", [HEADERS])], registryLayout);
  if (table === null) throw new Error("the layout does not find itself");
  const cells = HEADERS.map((header, at) => change[header] ?? CELLS[at] ?? "");
  return readRegistryRow(sheetRow(2, cells), columnMap(table, registryLayout), CONTEXT);
}

describe("[R01] one row of a registry export", () => {
  test("is read into typed values", () => {
    const { problems, values } = read();
    expect(problems).toEqual([]);
    expect(values).toEqual({
      idCardNumber: ID,
      name: "鲁晓美",
      householdNo: "532323110001625",
      householdHead: "鲁晓美",
      relationToHead: "户主",
      ethnicity: "汉族",
      householdKind: "一般农户",
      category: "LIFTED",
      liftedYear: 2018,
      province: "云南省",
      prefecture: "楚雄彝族自治州",
      county: "牟定县",
      township: "新桥镇",
      village: "白沙村委会",
      exportedAt: "2020-06-20 10:00:00",
    });
  });

  test("blank year and category are no problem, an unknown category is a remark", () => {
    expect(read({ 脱贫年度: "", 脱贫属性: "" })).toMatchObject({
      problems: [],
      values: { liftedYear: null, category: null },
    });
    expect(read({ 脱贫属性: "其他" }).problems).toMatchObject([
      { kind: "category-unreadable", severity: "warning" },
    ]);
  });

  test("a broken number is refused with the same words as on a roster", () => {
    expect(read({ 证件号码: "5.32323E+17" }).problems).toMatchObject([
      { sheetRow: 2, column: "证件号码", kind: "id-scientific-notation", severity: "refused" },
    ]);
  });

  test("a number with the two digits of a disability card says so", () => {
    expect(read({ 证件号码: `${ID}43` }).problems[0]?.message).toContain("残疾人证");
  });
});
