import { describe, expect, test } from "vitest";
import { classOfBuiltIn, classOfFormat } from "~/platform/workbook/number-format.server";
import { isoDateCell, numericCell } from "~/platform/workbook/numeric-cell.server";
import { dayOfSerial } from "~/platform/workbook/serial-date.server";
import { rawWorkbook, worksheet } from "#test/support/hostile-workbooks";
import { readRows } from "#test/support/read-workbook";

describe("serial numbers as days", () => {
  test.each([
    [0, "1900-01-00"],
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [60, "1900-02-29"],
    [61, "1900-03-01"],
    [43989, "2020-06-07"],
    [43989.5, "2020-06-07 12:00:00"],
    [43989.999999999, "2020-06-08"],
    [2958465, "9999-12-31"],
  ])("1900 system: %d is %s", (serial, day) => {
    expect(dayOfSerial(serial, false)).toBe(day);
  });

  test.each([
    [0, "1904-01-01"],
    [59, "1904-02-29"],
    [60, "1904-03-01"],
    [42527, "2020-06-07"],
  ])("1904 system: %d is %s", (serial, day) => {
    expect(dayOfSerial(serial, true)).toBe(day);
  });

  test("no day is shown below zero, after 9999, or for what is no number", () => {
    expect([-1, 2958466, Number.NaN].map((serial) => dayOfSerial(serial, false))).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("number formats", () => {
  test.each([14, 22, 27, 31, 36, 57, 58])("built-in %d shows a day", (id) => {
    expect(classOfBuiltIn(id)).toBe("date");
  });

  test.each([0, 1, 2, 13, 23, 37, 48, 49])("built-in %d shows none", (id) => {
    expect(classOfBuiltIn(id)).toBe("number");
  });

  test.each([
    ['yyyy"年"m"月"d"日"', "date"],
    ["yyyy年m月d日;@", "date"],
    ["[$-804]yyyy\\-mm\\-dd", "date"],
    ["[DBNum1][$-804]m月d日", "date"],
    ["mmm", "date"],
    ["[$-804]aaaa;@", "date"],
    ["h:mm:ss AM/PM", "time"],
    ["[h]:mm", "time"],
    ["General", "number"],
    ["G/通用格式", "number"],
    ["0.00E+00", "number"],
    ["#,##0.00_);[Red](#,##0.00)", "number"],
    ['0"年"', "number"],
    ["@", "number"],
  ])("%s is a %s", (code, kind) => {
    expect(classOfFormat(code)).toBe(kind);
  });
});

describe("cells with a date format", () => {
  const cells = '<c s="1"><v>60</v></c><c s="2"><v>42527.25</v></c><c s="0"><v>42527</v></c>';
  const book = (properties: string) =>
    rawWorkbook({
      sheet: worksheet(`<row>${cells}</row>`),
      numberFormats: '<numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>',
      cellFormats: '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/>',
      workbookProperties: properties,
    });

  test("[R02] are days in the 1900 system, plain numbers stay numbers", async () => {
    const [row] = await readRows(book(""));
    expect(row?.texts).toEqual(["1900-02-29", "2016-06-06 06:00:00", "42527"]);
    expect(row?.kinds).toEqual(["date", "date", "number"]);
  });

  test("are days in the 1904 system when the workbook says so", async () => {
    const [row] = await readRows(book('<workbookPr date1904="1"/>'));
    expect(row?.texts).toEqual(["1904-03-01", "2020-06-07 06:00:00", "42527"]);
  });

  test("a ruined ID number under a date format stays its digits", () => {
    expect(numericCell("532324199609118980", "date", false)).toEqual({
      text: "532324199609118980",
      kind: "number",
    });
  });

  test("a time of day is text", () => {
    expect(numericCell("0.375", "time", false)).toEqual({ text: "09:00:00", kind: "text" });
  });

  test("ISO dates lose only a midnight", () => {
    expect(isoDateCell("2020-06-08T00:00:00").text).toBe("2020-06-08");
    expect(isoDateCell("2020-06-08T10:30:00.000").text).toBe("2020-06-08 10:30:00");
  });
});
