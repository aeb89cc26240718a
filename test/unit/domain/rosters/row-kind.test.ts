import { describe, expect, test } from "vitest";
import { rowKind } from "~/domain/rosters/row-kind";
import { sheetRow } from "#test/builders/sheet-row";

const COLUMNS = {
  at: { sequence: 0, name: 1, idCardNumber: 2 },
  header: { sequence: "序号", name: "姓名", idCardNumber: "身份证号码" },
};
const kind = (...cells: string[]) => rowKind(sheetRow(9, cells), COLUMNS);

describe("rows below the header", () => {
  test("blank rows and rows with nothing but a printed serial number are blank", () => {
    expect(kind("", " ", "　")).toBe("blank");
    expect(kind("12", "", "")).toBe("blank");
    expect(kind("12", "", "", "牟定县")).toBe("data");
  });

  test.each([
    "合计",
    "合 计",
    "总计：45人",
    "小计",
    "填表人：",
    "审核人：",
    "制表单位",
    "注：以上属实",
  ])("%s opens a footer", (text) => {
    expect(kind(text, "", "", "60人")).toBe("footer");
    expect(kind("", text, "")).toBe("footer");
  });

  test("a person's row is never a footer, however it begins", () => {
    expect(kind("合计", "王仙", "532324197909085558")).toBe("data");
    expect(kind("备注", "王仙", "５３２３２４１９７９０９０")).toBe("data");
    expect(kind("3", "王仙", "")).toBe("data");
  });

  test("a header repeated on the next printed page is recognised", () => {
    expect(kind("序号", "姓 名", "身份证号码")).toBe("header");
  });
});
