import fc from "fast-check";
import { expect, test } from "vitest";
import * as XLSX from "xlsx";
import { openWorkbook, ROSTER_LIMITS } from "~/platform/workbook/open-workbook.server";
import { readZipDirectory } from "~/platform/workbook/zip-directory.server";
import { readPart } from "~/platform/workbook/inflate-part.server";
import {
  writeWorkbook,
  type SheetSpec,
  type WriteRow,
} from "~/platform/workbook/write-workbook.server";
import { allRows, bytesOf } from "#test/support/read-workbook";

const row = (...texts: string[]): WriteRow => ({ cells: texts.map((text) => ({ text })) });
const sheet = (rows: SheetSpec["rows"], rest: Partial<SheetSpec> = {}): SheetSpec => ({
  name: "花名册",
  columns: [{ width: 12 }],
  rows,
  ...rest,
});

async function partText(bytes: Buffer, name: string): Promise<string> {
  const entry = readZipDirectory(bytes, 100).get(name);
  if (entry === undefined) throw new Error(`no part ${name}`);
  return (await readPart(entry, 1_000_000)).toString("utf8");
}

/** Every cell text SheetJS sees, row by row, without the empty ones at the end. */
function seenBySheetJs(bytes: Buffer): string[][] {
  const book = XLSX.read(bytes, { dense: true });
  const first = book.Sheets[book.SheetNames[0] ?? ""];
  const rows: unknown[][] =
    first === undefined
      ? []
      : XLSX.utils.sheet_to_json(first, { header: 1, raw: true, blankrows: true, defval: "" });
  return rows.map((cells) => trimmed(cells.map(String)));
}

function trimmed(texts: readonly string[]): string[] {
  const last = texts.findLastIndex((text) => text !== "");
  return texts.slice(0, last + 1);
}

test("any text comes back the same from our reader and from SheetJS", async () => {
  const piece = fc.constantFrom(
    "王",
    "㛃",
    "𬎆",
    "=1+1",
    "+",
    "@",
    "<",
    "&amp;",
    '"',
    "_x000D_",
    "_",
    " ",
    "\n",
    "\t",
    "0087",
    "]]>",
    "'",
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      async (table) => {
        const bytes = await bytesOf(
          writeWorkbook([sheet([row("表头"), ...table.map((texts) => row(...texts))])]),
        );
        const read = new Map(
          (await allRows(await openWorkbook(bytes, "a.xlsx", ROSTER_LIMITS))).map((line) => [
            line.sheetRow,
            line.texts,
          ]),
        );
        const expected = table.map(trimmed);
        expect(table.map((_, index) => read.get(index + 2) ?? [])).toEqual(expected);
        const theirs = seenBySheetJs(bytes).slice(1);
        expect(table.map((_, index) => theirs[index] ?? [])).toEqual(expected);
      },
    ),
    { seed: 20202, numRuns: 150 },
  );
});

test("[R02] what looks like a formula is text, quoted, and no formula exists anywhere", async () => {
  const dangerous = [
    '=HYPERLINK("http://a")',
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "=cmd|' /C calc'!A0",
  ];
  const bytes = await bytesOf(writeWorkbook([sheet([row(...dangerous)])]));
  const book = XLSX.read(bytes, { cellFormula: true });
  const cells = Object.entries(book.Sheets["花名册"] ?? {}).filter(
    ([address]) => !address.startsWith("!"),
  );
  expect(cells.map(([, cell]) => [cell.t, cell.v, cell.f])).toEqual(
    dangerous.map((text) => ["s", text, undefined]),
  );
  expect(await partText(bytes, "xl/worksheets/sheet1.xml")).not.toContain("<f>");
  expect(await partText(bytes, "xl/styles.xml")).toContain(
    'numFmtId="49" fontId="0" fillId="3" borderId="1" xfId="0" quotePrefix="1"',
  );
});

test("characters that XML cannot hold are dropped, a carriage return is kept", async () => {
  const bytes = await bytesOf(writeWorkbook([sheet([row("王\u0000\u0008仙\ud800", "一\r二")])]));
  expect((await allRows(await openWorkbook(bytes, "a.xlsx", ROSTER_LIMITS)))[0]?.texts).toEqual([
    "王仙",
    "一\r二",
  ]);
  expect(seenBySheetJs(bytes)[0]?.[0]).toBe("王仙");
});

test("numbers are numbers up to 15 digits; an ID number in a number column stays text", async () => {
  const cells = ["1800", "-3.5", "123456789012345", "532324197909085558", "0087", "1e5"].map(
    (text) => ({ text, style: "number" as const }),
  );
  const bytes = await bytesOf(writeWorkbook([sheet([{ cells }])]));
  const [line] = await allRows(await openWorkbook(bytes, "a.xlsx", ROSTER_LIMITS));
  expect(line?.texts).toEqual(cells.map((cell) => cell.text));
  expect(line?.kinds).toEqual(["number", "number", "number", "text", "text", "text"]);
});

test("merged blocks, several sheets and hidden ones are as asked for", async () => {
  const merges = [{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 27 }];
  const bytes = await bytesOf(
    writeWorkbook([
      sheet([row("标题")], { merges }),
      sheet([row("说明")], { name: "填写/说明", hidden: true }),
    ]),
  );
  const book = await openWorkbook(bytes, "a.xlsx", ROSTER_LIMITS);
  expect(book.sheets).toEqual([
    { name: "花名册", hidden: false },
    { name: "填写_说明", hidden: true },
  ]);
  expect(await book.merges(0)).toEqual(merges);
  expect(XLSX.read(bytes).Sheets["花名册"]?.["!merges"]).toEqual([
    { s: { r: 0, c: 0 }, e: { r: 0, c: 27 } },
  ]);
});

test("widths, frozen panes and drop-downs stand in the sheet; a long list has a hidden sheet", async () => {
  const long = Array.from({ length: 100 }, (_, index) => `第${index + 1}个培训工种`);
  const dropDowns = [
    { column: 2, firstRow: 4, lastRow: 2000, options: ["男", "女"] },
    { column: 9, firstRow: 4, lastRow: 2000, options: long },
  ];
  const bytes = await bytesOf(
    writeWorkbook([
      sheet([row("标题")], {
        columns: [{ width: 8.5, style: "text" }],
        frozenRows: 3,
        frozenColumns: 2,
        dropDowns,
      }),
    ]),
  );
  const xml = await partText(bytes, "xl/worksheets/sheet1.xml");
  expect(xml).toContain('<col min="1" max="1" width="8.5" style="1" customWidth="1"/>');
  expect(xml).toContain(
    '<pane xSplit="2" ySplit="3" topLeftCell="C4" activePane="bottomRight" state="frozen"/>',
  );
  expect(xml).toContain('sqref="C4:C2000"><formula1>&quot;男,女&quot;</formula1>');
  expect(xml).toContain("sqref=\"J4:J2000\"><formula1>'选项'!$A$1:$A$100</formula1>");
  const book = await openWorkbook(bytes, "a.xlsx", ROSTER_LIMITS);
  expect(book.sheets[1]).toEqual({ name: "选项", hidden: true });
  expect((await allRows(book, 1)).map((line) => line.texts[0])).toEqual(long);
});

test("the edition is a document property", async () => {
  const bytes = await bytesOf(writeWorkbook([sheet([row("a")])], { edition: "training-2020.06" }));
  expect(XLSX.read(bytes, { bookProps: true }).Custprops).toEqual({
    edition: "training-2020.06",
  });
});

test("sheets of one name are told apart, and overlong names cut as Excel demands", async () => {
  const name = "一".repeat(40);
  const bytes = await bytesOf(writeWorkbook([sheet([], { name }), sheet([], { name })]));
  const names = (await openWorkbook(bytes, "a.xlsx", ROSTER_LIMITS)).sheets.map(
    (info) => info.name,
  );
  expect(new Set(names).size).toBe(2);
  expect(Math.max(...names.map((each) => each.length))).toBeLessThanOrEqual(31);
});

test("the same content makes the same bytes", async () => {
  const once = () => bytesOf(writeWorkbook([sheet([row("王仙"), row("周晓富")])]));
  expect((await once()).equals(await once())).toBe(true);
});

test("an error of the rows' source reaches whoever takes the bytes", async () => {
  async function* failing(): AsyncGenerator<WriteRow> {
    yield await Promise.resolve(row("一"));
    throw new Error("the source broke");
  }
  await expect(bytesOf(writeWorkbook([sheet(failing())]))).rejects.toThrow("the source broke");
});

test("a sheet for paper fits the width of A4 and repeats its heading; another has no page of its own", async () => {
  const paper = { orientation: "landscape", headRows: 3 } as const;
  const bytes = await bytesOf(
    writeWorkbook([
      sheet([row("一")], { name: "张'三", paper }),
      sheet([row("二")], { name: "说明" }),
    ]),
  );
  const first = await partText(bytes, "xl/worksheets/sheet1.xml");
  expect(first).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>');
  expect(first).toContain(
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
  );
  expect(await partText(bytes, "xl/worksheets/sheet2.xml")).not.toContain("pageSetup");
  const names = XLSX.read(bytes).Workbook?.Names;
  expect(names).toEqual([
    expect.objectContaining({
      Name: "_xlnm.Print_Titles",
      Ref: "'张''三'!$1:$3",
      Sheet: 0,
    }),
  ]);
});
