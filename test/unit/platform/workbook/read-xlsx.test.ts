import { expect, test } from "vitest";
import { openWorkbook, ROSTER_LIMITS } from "~/platform/workbook/open-workbook.server";
import { rawWorkbook, rawZip, workbookParts, worksheet } from "#test/support/hostile-workbooks";
import { allRows, readRows, refusalOf } from "#test/support/read-workbook";

const texts = async (rows: string, rest: Partial<Parameters<typeof rawWorkbook>[0]> = {}) =>
  (await readRows(rawWorkbook({ sheet: worksheet(rows), ...rest }))).map((row) => row.texts);

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

test("[R02] a long number keeps the digits as stored and never passes through a number", async () => {
  const [row] = await readRows(
    rawWorkbook({
      sheet: worksheet('<row r="4"><c r="B4"><v>5.3232419960911898E+17</v></c></row>'),
    }),
  );
  expect(row).toEqual({
    sheetRow: 4,
    texts: ["", "5.3232419960911898E+17"],
    kinds: ["blank", "number"],
  });
});

test("text is shared, inline or a formula's result; the formula itself is never shown", async () => {
  const rows = `<row r="1"><c t="s"><v>1</v></c>${inline("汉族")}<c t="str"><f>1+1</f><v>二</v></c><c><f>SUM(A1)</f><v>7</v></c></row>`;
  const strings =
    "<sst><si><t>无用</t></si><si><r><t>王</t></r><r><t>仙</t></r><rPh><t>wáng</t></rPh></si></sst>";
  expect(await texts(rows, { sharedStrings: strings })).toEqual([["王仙", "汉族", "二", "7"]]);
});

test("truth values and errors keep their kind", async () => {
  const [row] = await readRows(
    rawWorkbook({
      sheet: worksheet(
        '<row r="1"><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c></row>',
      ),
    }),
  );
  expect(row?.texts).toEqual(["TRUE", "FALSE", "#N/A"]);
  expect(row?.kinds).toEqual(["boolean", "boolean", "error"]);
});

test("entities, CDATA and _x000D_ are the characters they stand for", async () => {
  const rows = `<row>${inline("A&amp;B&#20013;&#x56FD;&lt;")}${inline("<![CDATA[a<b&amp;]]>c")}${inline("一_x000D_二_x005F_x000D_")}</row>`;
  expect(await texts(rows)).toEqual([["A&B中国<", "a<b&amp;c", "一\r二_x000D_"]]);
});

test("cells and rows without an address stand after the one before", async () => {
  const rows = `<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>`;
  const read = await readRows(rawWorkbook({ sheet: worksheet(rows) }));
  expect(read.map((row) => [row.sheetRow, row.texts])).toEqual([
    [3, ["", "", "1", "2"]],
    [4, ["3"]],
  ]);
});

test("prefixed and strict namespaces read the same", async () => {
  const sheet = `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>施国梅</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:C2"/></x:mergeCells></x:worksheet>`;
  const parts = workbookParts({ sheet }).map((part) => ({
    ...part,
    content: String(part.content).replaceAll(
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
      "http://purl.oclc.org/ooxml/officeDocument/relationships/",
    ),
  }));
  const book = await openWorkbook(rawZip(parts), "a.xlsx", ROSTER_LIMITS);
  expect(await book.merges(0)).toEqual([
    { firstRow: 1, lastRow: 2, firstColumn: 0, lastColumn: 2 },
  ]);
  expect((await allRows(book)).map((row) => row.texts)).toEqual([["施国梅"]]);
});

test("blank cells at the end, formatted empty rows and a stray far cell cost nothing", async () => {
  const empty = Array.from(
    { length: 60_000 },
    (_, index) => `<row r="${index + 2}" s="1"><c s="1"/></row>`,
  );
  const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row>${empty.join("")}<row r="1048576"><c r="XFD1048576"><v>9</v></c></row>`;
  const book = await openWorkbook(rawWorkbook({ sheet: worksheet(rows) }), "a.xlsx", ROSTER_LIMITS);
  expect(await allRows(book)).toEqual([{ sheetRow: 1, texts: ["1"], kinds: ["number"] }]);
  expect(book.notices.join()).toContain("XFD1048576");
});

test("a string that the table does not have is an error cell and a notice", async () => {
  const book = await openWorkbook(
    rawWorkbook({
      sheet: worksheet('<row><c t="s"><v>7</v></c></row>'),
      sharedStrings: "<sst/>",
    }),
    "a.xlsx",
    ROSTER_LIMITS,
  );
  expect((await allRows(book))[0]).toEqual({ sheetRow: 1, texts: ["#REF!"], kinds: ["error"] });
  expect(book.notices).toHaveLength(1);
});

test("merged blocks are the same asked before or after the rows", async () => {
  const sheet = worksheet(
    `<row>${inline("&lt;/sheetData&gt;")}</row>`,
    '<mergeCells><mergeCell ref="A1:M1"/></mergeCells>',
  );
  const before = await openWorkbook(rawWorkbook({ sheet }), "a.xlsx", ROSTER_LIMITS);
  const after = await openWorkbook(rawWorkbook({ sheet }), "a.xlsx", ROSTER_LIMITS);
  await allRows(after);
  expect(await before.merges(0)).toEqual([
    { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 12 },
  ]);
  expect(await after.merges(0)).toEqual(await before.merges(0));
});

test("a sheet in UTF-16 reads as well", async () => {
  const sheet = Buffer.from(`\ufeff${worksheet(`<row>${inline("周晓富")}</row>`)}`, "utf16le");
  expect(await readRows(rawWorkbook({ sheet }))).toMatchObject([{ texts: ["周晓富"] }]);
});

const small = { ...ROSTER_LIMITS, maxRows: 3, maxColumns: 4, maxCellCharacters: 5 };
const rowsOf = (count: number) => "<row><c><v>1</v></c></row>".repeat(count);

test("as many rows as allowed are read, one more is refused with the limit", async () => {
  const book = (count: number) => rawWorkbook({ sheet: worksheet(rowsOf(count)) });
  expect(await readRows(book(3), "a.xlsx", small)).toHaveLength(3);
  const refusal = await refusalOf(book(4), "a.xlsx", small);
  expect(refusal.kind).toBe("too-many-rows");
  expect(refusal.message).toContain("超过 3 行");
});

test("the roster limit is said in 万", async () => {
  const book = rawWorkbook({ sheet: worksheet(rowsOf(200_001)) });
  expect((await refusalOf(book)).message).toContain("超过 20 万行");
});

test("as many used columns as allowed are read, one more is refused", async () => {
  const book = (count: number) =>
    rawWorkbook({ sheet: worksheet(`<row>${"<c><v>1</v></c>".repeat(count)}</row>`) });
  expect((await readRows(book(4), "a.xlsx", small))[0]?.texts).toHaveLength(4);
  const refusal = await refusalOf(book(5), "a.xlsx", small);
  expect(refusal).toMatchObject({ kind: "too-many-columns" });
});

test("a cell as long as allowed is read, one character more is refused with its address", async () => {
  const book = (text: string) =>
    rawWorkbook({ sheet: worksheet(`<row r="2"><c/>${inline(text)}</row>`) });
  expect((await readRows(book("五个字以内"), "a.xlsx", small))[0]?.texts[1]).toBe("五个字以内");
  const refusal = await refusalOf(book("六个字就超过"), "a.xlsx", small);
  expect(refusal.kind).toBe("cell-too-long");
  expect(refusal.message).toContain("B2");
});
