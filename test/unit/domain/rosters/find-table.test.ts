import { describe, expect, test } from "vitest";
import { columnMap, firstDataRow } from "~/domain/rosters/column-map";
import { findTable } from "~/domain/rosters/find-table";
import { registryLayout } from "~/domain/rosters/layouts/registry";
import { trainingLayout } from "~/domain/rosters/layouts/training";
import { sheet } from "#test/builders/sheet-row";

const HEADER = ["序号", "姓名", "性别", "身份证号码", "联系电话"];
const TITLES = [
  ["南华县2020年技能培训花名册"],
  ["培训班名称：家政服务员（第3期） 培训时间：2020年6月1日至6月15日 培训机构（盖章）："],
];

function search(...sheets: Parameters<typeof findTable>[0]) {
  return findTable(sheets, trainingLayout);
}
function keysOf(header: readonly string[]): (string | null)[] {
  const { table } = search(sheet("花名册", [header]));
  return (table?.columns ?? []).map((column) => column.key);
}
function refusals(found: ReturnType<typeof search>): string[] {
  return found.problems.filter((p) => p.severity === "refused").map((p) => p.kind);
}

describe("finding the table of a roster", () => {
  test("beside a sheet of notes and below title rows", () => {
    const found = search(
      sheet("说明", [["填报说明：身份证号请设为文本"]]),
      sheet("花名册", [...TITLES, HEADER, ["1", "王仙"]]),
    );
    expect(found.problems).toEqual([]);
    expect(found.table).toMatchObject({ sheet: "花名册", headerRow: 3, headerDepth: 1 });
    expect(found.table?.title).toEqual({
      heading: "南华县2020年技能培训花名册",
      className: "家政服务员（第3期）",
      period: { startsOn: "2020-06-01", endsOn: "2020-06-15" },
      place: null,
      provider: null,
      cutOffOn: null,
      fundSource: null,
    });
  });

  test("a hidden sheet is never read, and the officer is told", () => {
    const rows = [HEADER, ["1", "王仙"]];
    const found = search(sheet("往年", rows, { hidden: true }), sheet("花名册", rows));
    expect(found.table?.sheet).toBe("花名册");
    expect(found.problems.map((p) => p.kind)).toEqual(["hidden-sheets"]);
    expect(refusals(search(sheet("往年", rows, { hidden: true })))).toEqual(["no-table"]);
  });

  test("a second roster in the same file is named", () => {
    const found = search(sheet("一班", [HEADER]), sheet("二班", [HEADER]));
    expect(found.table?.sheet).toBe("一班");
    expect(found.problems).toMatchObject([{ kind: "other-sheets", severity: "warning" }]);
    expect(found.problems[0]?.message).toContain("“二班”");
  });
});

describe("matching headers", () => {
  test("headers with blanks, line breaks, full width, stars and remarks are known", () => {
    expect(
      keysOf(["姓 名", "身份证\n号码", "＊联系电话", "手机号（必填）", "学员身份证号", "性　别："]),
    ).toEqual(["name", "idCardNumber", "phone", "phone", "idCardNumber", "sex"]);
  });

  test("every alias of both layouts is known", () => {
    for (const field of trainingLayout.fields) {
      for (const alias of field.aliases) {
        expect(keysOf(["姓名", "身份证号", "民族", "序号", alias]).at(-1)).toBe(field.key);
      }
    }
    for (const field of registryLayout.fields) {
      const header = ["姓名", "证件号码", "民族", "户类型", field.header];
      const { table } = findTable([sheet("s", [header])], registryLayout);
      expect(table?.columns.at(-1)?.key).toBe(field.key);
    }
  });

  test("somebody else's name or number is not taken for the trainee's", () => {
    const others = ["户主姓名", "监护人联系电话", "企业联系人", "培训机构地址", "培训地址"];
    expect(keysOf([...HEADER, ...others]).slice(5)).toEqual([null, null, null, null, null]);
  });

  test("the surer the match, the higher its confidence", () => {
    const { table } = search(sheet("s", [["姓名", "身份证号", "学员联系电话", "身份征号码"]]));
    const confidence = (table?.columns ?? []).map((column) => column.confidence);
    expect(confidence[0]).toBe(1);
    expect(confidence).toEqual([...confidence].sort((a, b) => b - a));
    expect(new Set(confidence).size).toBe(4);
  });
});

describe("columns missing or written twice", () => {
  test("without an ID column the refusal names what was found", () => {
    const found = search(sheet("花名册", [["序号", "姓名", "性别", "联系电话"]]));
    expect(refusals(found)).toEqual(["missing-column"]);
    expect(found.problems[0]?.message).toContain("“身份证号码”");
    expect(found.problems[0]?.message).toContain("“性别”");
    expect(found.table?.headerRow).toBe(1);
  });

  test("a file without any header row is refused", () => {
    const found = search(sheet("Sheet1", [["王仙", "532324"], ["李四"]]));
    expect(found.table).toBeNull();
    expect(refusals(found)).toEqual(["no-table"]);
  });

  test("two equal ID columns are a refusal, two equal notes a remark", () => {
    expect(refusals(search(sheet("s", [[...HEADER, "身份证号码"]])))).toEqual(["duplicate-column"]);
    const notes = search(sheet("s", [[...HEADER, "备注", "备注"]]));
    expect(notes.problems).toMatchObject([{ kind: "duplicate-column", severity: "warning" }]);
  });

  test("of two ID columns the layout's own header wins with a remark", () => {
    const found = search(sheet("s", [["证件号", ...HEADER]]));
    expect(refusals(found)).toEqual([]);
    expect(
      found.table === null ? null : columnMap(found.table, trainingLayout).at.idCardNumber,
    ).toBe(4);
  });
});

describe("merged headings and choices by hand", () => {
  test("merged headings over two rows are read as one header", () => {
    const found = search(
      sheet(
        "s",
        [
          ["花名册"],
          ["序号", "姓名", "身份证号码", "联系电话", "培训起止时间", ""],
          ["", "", "", "", "开始", "结束"],
          ["1", "王仙"],
        ],
        {
          merges: [
            ...[0, 1, 2, 3].map((column) => ({
              firstRow: 2,
              lastRow: 3,
              firstColumn: column,
              lastColumn: column,
            })),
            { firstRow: 2, lastRow: 2, firstColumn: 4, lastColumn: 5 },
          ],
        },
      ),
    );
    expect(found.problems).toEqual([]);
    expect(found.table).toMatchObject({ headerRow: 2, headerDepth: 2 });
    expect(found.table === null ? null : firstDataRow(found.table)).toBe(4);
    expect(found.table?.columns.slice(4).map((c) => c.key)).toEqual(["startsOn", "endsOn"]);
  });

  test("columns chosen by hand win over what the headers say", () => {
    const found = findTable([sheet("s", [["a", "b", "c"], ["王仙"]])], trainingLayout, {
      sheet: "s",
      headerRow: 1,
      columns: { name: 0, idCardNumber: 1, phone: 2 },
    });
    expect(found.problems).toEqual([]);
    expect(found.table?.columns).toMatchObject([
      { key: "name", confidence: 1 },
      { key: "idCardNumber", confidence: 1 },
      { key: "phone", confidence: 1 },
    ]);
  });

  test("a choice that leaves out the ID column is refused", () => {
    const found = findTable([sheet("s", [HEADER])], trainingLayout, {
      sheet: "s",
      headerRow: 1,
      columns: { name: 1, phone: 4 },
    });
    expect(refusals(found)).toEqual(["missing-column"]);
  });

  test("unknown columns are named once and not imported", () => {
    const found = search(sheet("s", [[...HEADER, "鞋码", "血型"]]));
    expect(found.problems).toMatchObject([{ kind: "unmatched-columns", severity: "warning" }]);
    expect(found.problems[0]?.message).toContain("“鞋码”、“血型”");
  });
});
