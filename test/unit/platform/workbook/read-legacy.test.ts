import { expect, test } from "vitest";
import * as XLSX from "xlsx";
import {
  openWorkbook,
  ROSTER_LIMITS,
  WorkbookRefused,
} from "~/platform/workbook/open-workbook.server";
import { parseLegacyWorkbook } from "~/platform/workbook/legacy-worker.server";
import { allRows, readRows, refusalOf } from "#test/support/read-workbook";

/** A true BIFF8 file, written by SheetJS. */
function legacy(
  rows: unknown[][],
  change: (book: XLSX.WorkBook, sheet: XLSX.WorkSheet) => void = () => undefined,
): Buffer {
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  XLSX.utils.book_append_sheet(book, sheet, "花名册");
  change(book, sheet);
  const bytes: Buffer = XLSX.write(book, { type: "buffer", bookType: "biff8" });
  return bytes;
}

test("[R02] text, numbers, truth values, merges and hidden sheets are read", async () => {
  const bytes = legacy(
    [["标题"], [], ["王仙", "532324197909085558", 5.3232419790908556e17, 41, true]],
    (book, sheet) => {
      sheet["!merges"] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 4 } }];
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["旧"]]), "旧表");
      book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
    },
  );
  const book = await openWorkbook(bytes, "名册.xls", ROSTER_LIMITS);
  expect(book.format).toBe("xls");
  expect(book.sheets.map((sheet) => sheet.hidden)).toEqual([false, true]);
  expect(await book.merges(0)).toEqual([
    { firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 4 },
  ]);
  expect(await allRows(book)).toEqual([
    { sheetRow: 1, texts: ["标题"], kinds: ["text"] },
    {
      sheetRow: 3,
      texts: ["王仙", "532324197909085558", "532324197909085600", "41", "TRUE"],
      kinds: ["text", "text", "number", "number", "boolean"],
    },
  ]);
});

test.each([
  [false, ["1900-02-28", "1900-02-29", "1900-03-01", "2020-06-07"]],
  [true, ["1904-02-29", "1904-03-01", "1904-03-02", "2024-06-08"]],
])("dates are days, 1904 system: %s", async (date1904, days) => {
  const bytes = legacy([[59, 60, 61, 43989]], (book, sheet) => {
    for (const address of ["A1", "B1", "C1", "D1"])
      Object.assign(sheet[address] ?? {}, { z: "yyyy/m/d" });
    book.Workbook = { WBProps: { date1904 } };
  });
  expect(await readRows(bytes, "名册.xls")).toMatchObject([
    { texts: days, kinds: days.map(() => "date") },
  ]);
});

test("more rows than one batch arrive in order", async () => {
  const rows = await readRows(
    legacy(Array.from({ length: 1_201 }, (_, index) => [`第${index}人`])),
    "名册.xls",
  );
  expect(rows.map((row) => row.sheetRow)).toEqual(
    Array.from({ length: 1_201 }, (_, index) => index + 1),
  );
});

test("limits hold: one row more than allowed is refused", async () => {
  const limits = { ...ROSTER_LIMITS, maxRows: 3 };
  expect(await readRows(legacy([["a"], ["b"], ["c"]]), "a.xls", limits)).toHaveLength(3);
  expect(await refusalOf(legacy([["a"], ["b"], ["c"], ["d"]]), "a.xls", limits)).toMatchObject({
    kind: "too-many-rows",
  });
});

test("a workbook that breaks off or is scrambled ends in rows or in a refusal", async () => {
  const whole = legacy(Array.from({ length: 50 }, () => ["王仙", 1, true]));
  for (let round = 0; round < 12; round++) {
    const bytes = Buffer.from(
      round < 4 ? whole.subarray(0, whole.length - 1000 * (round + 1)) : whole,
    );
    for (let at = 600 + round; round >= 4 && at < bytes.length; at += 211)
      bytes[at] = (at * 31) & 0xff;
    const outcome = await refusalOf(bytes, "a.xls").catch((error: unknown) => error);
    if (!(outcome instanceof WorkbookRefused))
      expect(String(outcome)).toContain("read without a refusal");
  }
}, 30_000);

test("a thread that runs out of memory or time is a refusal, not a crash", async () => {
  const bytes = legacy(
    Array.from({ length: 20_000 }, (_, index) => [index, `第${index}人`, "汉族"]),
  );
  await expect(
    parseLegacyWorkbook(bytes, ROSTER_LIMITS, { memoryMb: 12, timeMs: 30_000 }),
  ).rejects.toMatchObject({ kind: "too-large", message: expect.stringContaining("另存为 .xlsx") });
  await expect(
    parseLegacyWorkbook(bytes, ROSTER_LIMITS, { memoryMb: 448, timeMs: 1 }),
  ).rejects.toMatchObject({ kind: "took-too-long" });
}, 30_000);
