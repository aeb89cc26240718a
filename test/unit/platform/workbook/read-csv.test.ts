import fc from "fast-check";
import { expect, test } from "vitest";
import { openWorkbook, ROSTER_LIMITS } from "~/platform/workbook/open-workbook.server";
import { allRows, readRows, refusalOf } from "#test/support/read-workbook";

const open = (bytes: Buffer, name = "导出.csv") => openWorkbook(bytes, name, ROSTER_LIMITS);
/** 姓名,身份证号 / 碍嘉镇 with a four-byte 㛃 in GB18030. */
const GB18030 = Buffer.concat([
  Buffer.from("d0d5c3fb2cc9edb7ddd6a4bac50a", "hex"),
  Buffer.from("b0adbcced5f2", "hex"),
  Buffer.from("8230bb33", "hex"),
]);

test("UTF-8 with and without a byte order mark", async () => {
  for (const mark of ["", "\ufeff"]) {
    const book = await open(Buffer.from(`${mark}姓名,年龄\n王仙,41`));
    expect(book).toMatchObject({ format: "csv", encoding: "utf-8" });
    expect((await allRows(book)).map((row) => row.texts)).toEqual([
      ["姓名", "年龄"],
      ["王仙", "41"],
    ]);
  }
});

test("GB18030 with its four-byte characters", async () => {
  const book = await open(GB18030);
  const expected = new TextDecoder("gb18030").decode(GB18030).split("\n")[1];
  expect(book.encoding).toBe("gb18030");
  expect((await allRows(book)).map((row) => row.texts)).toEqual([["姓名", "身份证号"], [expected]]);
});

test("a GB18030 character cut by the border of two chunks stays whole", async () => {
  const name = Buffer.from("cdf5cfc9", "hex");
  const line = Buffer.concat([Buffer.from("a"), name, name, Buffer.from("\n")]);
  const rows = await readRows(Buffer.concat(Array.from({ length: 60_000 }, () => line)), "a.csv");
  expect(new Set(rows.map((row) => row.texts[0]))).toEqual(new Set(["a王仙王仙"]));
});

test("UTF-16 in both byte orders", async () => {
  const little = Buffer.from("\ufeff姓名\t性别", "utf16le");
  const big = Buffer.from(little).swap16();
  for (const bytes of [little, big]) {
    expect((await readRows(bytes, "a.txt"))[0]?.texts).toEqual(["姓名", "性别"]);
  }
});

test.each([",", ";", "\t"])("the separator %j is found", async (separator) => {
  const text = [`姓名${separator}"地址,村;组"`, `王仙${separator}沙桥镇`].join("\n");
  expect((await readRows(Buffer.from(text), "a.csv"))[0]?.texts).toEqual(["姓名", "地址,村;组"]);
});

test("quotes, doubled quotes and line breaks inside them; empty lines count as rows", async () => {
  const rows = await readRows(Buffer.from('a,"b ""c""\n d"\r\n\r\n"e",=1+1\r\n'), "a.csv");
  expect(rows.map((row) => [row.sheetRow, row.texts])).toEqual([
    [1, ["a", 'b "c"\n d']],
    [3, ["e", "=1+1"]],
  ]);
});

test("[R01] digits stay as typed and every cell is text", async () => {
  const [row] = await readRows(Buffer.from("0087,5.32E+17,2020/6/8"), "a.csv");
  expect(row).toMatchObject({
    texts: ["0087", "5.32E+17", "2020/6/8"],
    kinds: ["text", "text", "text"],
  });
});

test("any table comes back from its quoted form", async () => {
  const cell = fc.string({ unit: fc.constantFrom("王", "a", '"', ",", ";", "\n", " ", "1") });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1 }),
      async (table) => {
        const text = table.map((row) =>
          row.map((value) => `"${value.replaceAll('"', '""')}"`).join(","),
        );
        const rows = await readRows(
          Buffer.from(`列一,列二,列三,列四\n${text.join("\n")}\n`),
          "a.csv",
        );
        const read = new Map(rows.map((row) => [row.sheetRow - 2, row.texts]));
        for (const [index, row] of table.entries()) {
          const whole = row.map((_, column) => read.get(index)?.[column] ?? "");
          expect(whole).toEqual(row);
        }
      },
    ),
    { seed: 20201, numRuns: 200 },
  );
});

test("a workbook's name on a text table is a notice, not a refusal", async () => {
  const book = await open(Buffer.from("姓名\t性别\n王仙\t男"), "导出.xls");
  expect(book.notices).toHaveLength(1);
  expect(await allRows(book)).toHaveLength(2);
});

test.each([
  ["only a byte order mark", Buffer.from("\ufeff"), "empty"],
  ["only spaces", Buffer.from(" \r\n\r\n"), "empty"],
  ["NUL inside", Buffer.from("a,b\0c"), "not-a-workbook"],
  ["a byte no encoding has", Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), "unreadable-encoding"],
  [
    "UTF-8 with a broken place",
    Buffer.concat([Buffer.from("姓名,身份证号,联系电话\n"), Buffer.from([0xe7, 0x8e])]),
    "damaged",
  ],
  ["a quote that never closes", Buffer.from('姓名,"王仙\n一\n二'), "damaged"],
])("%s is refused", async (_what, bytes, kind) => {
  expect(await refusalOf(bytes, "a.csv")).toMatchObject({ kind });
});

test("5,000 columns are refused", async () => {
  const line = Array.from({ length: 5_000 }, (_, index) => `列${index}`).join(",");
  expect(await refusalOf(Buffer.from(line), "a.csv")).toMatchObject({ kind: "too-many-columns" });
});

test("a header that happens to begin like a program's is still a text table", async () => {
  expect(await readRows(Buffer.from("MZ,XM\n汉族,王仙"), "a.csv")).toHaveLength(2);
});

test('="…", with which exports keep digits as text, is read as its value', async () => {
  const book = await open(
    Buffer.from('姓名,身份证号\n王仙,="532324197909085558"\n周,"=""53"""\n丙,=1+1'),
  );
  expect((await allRows(book)).slice(1).map((row) => row.texts[1])).toEqual([
    "532324197909085558",
    "53",
    "=1+1",
  ]);
});
