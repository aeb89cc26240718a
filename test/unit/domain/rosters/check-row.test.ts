import { describe, expect, test } from "vitest";
import { regionCode } from "~/domain/shared/region-code";
import { day } from "~/domain/shared/calendar-date";
import { idNumberOf } from "#test/builders/id-card-number";
import { checked, kindsOf, SOUND_CELLS } from "#test/builders/training-row";

describe("[R02] one row of a training roster", () => {
  test("a sound row has no findings and typed values", () => {
    const row = checked();
    expect(row.findings).toEqual([]);
    expect(row.values).toEqual({
      name: "罗志荣",
      sex: "MALE",
      ethnicity: "彝族",
      idCardNumber: SOUND_CELLS.idCardNumber,
      address: "南华县五街镇河口村委会12组",
      phone: "15827307528",
      declaredRegistered: true,
      declaredStatus: "LIFTED",
      trade: "家政服务员",
      startsOn: "2020-06-01",
      endsOn: "2020-06-15",
      note: "",
    });
  });

  test("all findings of all cells come at once", () => {
    const row = checked({ name: "", idCardNumber: "123", phone: "", declaredRegistered: "否" });
    expect(kindsOf(row).sort()).toEqual([
      "id-length:refused",
      "name-missing:refused",
      "not-registered:refused",
      "phone-missing:refused",
    ]);
  });

  test("a finding names the file's own header and the row the spreadsheet shows", () => {
    expect(checked({ phone: "" }, {}, 35).findings).toMatchObject([
      { sheetRow: 35, column: "联系电话" },
    ]);
  });

  test("no finding shows a whole number", () => {
    const id = idNumberOf("532324", "2010-05-05", 563);
    const rows = [
      checked({ idCardNumber: id }),
      checked({ idCardNumber: ` ${id}`, phone: "86-15912792472" }),
      checked({ idCardNumber: `${id.slice(0, 17)}${id.endsWith("1") ? "2" : "1"}` }),
      checked({ idCardNumber: id.slice(0, 17) }),
      checked({ idCardNumber: `${id}123` }),
    ];
    for (const { message } of rows.flatMap((row) => row.findings)) {
      expect(message).not.toMatch(/\d{7}/);
    }
    expect(rows.every((row) => row.findings.length > 0)).toBe(true);
  });
});

describe("[R02] single cells of a training row", () => {
  test("sex is compared with the ID number, and taken from it where the cell is blank", () => {
    expect(kindsOf(checked({ sex: "女" }))).toEqual(["sex-contradicts-id:warning"]);
    expect(checked({ sex: "" }).values.sex).toBe("MALE");
    expect(kindsOf(checked({ sex: "" }))).toEqual([]);
    expect(kindsOf(checked({ sex: "南" }))).toEqual(["sex-unreadable:warning"]);
  });

  test("several repairs of one cell are each shown", () => {
    const row = checked({ idCardNumber: "'53232419950308161x" });
    expect(kindsOf(row)).toEqual([
      "repairable-apostrophe:cleaned",
      "repairable-lowercase-x:cleaned",
    ]);
    expect(row.values.idCardNumber).toBe("53232419950308161X");
  });

  test("an unknown region code is a remark, not a refusal", () => {
    const idCardNumber = idNumberOf("539999", "1980-05-05", 563);
    expect(kindsOf(checked({ idCardNumber }))).toEqual(["id-region-unknown:warning"]);
  });
});

describe("texts and declarations of a training row", () => {
  test("formula-like text elsewhere stays as it is and is pointed out", () => {
    const row = checked({ note: '=HYPERLINK("http://x")', trade: "+cmd|' /C calc'!A0" });
    expect(kindsOf(row)).toEqual(["formula-text:warning", "formula-text:warning"]);
    expect(row.values.note).toBe('=HYPERLINK("http://x")');
    expect(kindsOf(checked({ note: "-", address: "- 无", trade: "-5", ethnicity: "" }))).toEqual(
      [],
    );
  });

  test("a text of 500 characters fits, one more does not", () => {
    expect(kindsOf(checked({ note: "字".repeat(500) }))).toEqual([]);
    expect(kindsOf(checked({ note: "字".repeat(501) }))).toEqual(["text-too-long:refused"]);
  });

  test("unreadable declarations are remarks", () => {
    expect(kindsOf(checked({ declaredRegistered: "也许", declaredStatus: "其他" }))).toEqual([
      "registered-unreadable:warning",
      "status-unreadable:warning",
    ]);
    expect(kindsOf(checked({ declaredRegistered: "", declaredStatus: "" }))).toEqual([]);
  });
});

describe("sixteen on the first day of class", () => {
  const born = (bornOn: string) => ({ idCardNumber: idNumberOf("532324", bornOn, 563) });

  test("the day of the sixteenth birthday is old enough, the day before is not", () => {
    expect(kindsOf(checked(born("2004-06-01")))).toEqual([]);
    expect(kindsOf(checked(born("2004-06-02")))).toEqual(["under-age:refused"]);
  });

  test("the day given by the caller wins over the row, the row over the title, the title over today", () => {
    const sixteenOnThe10th = born("2004-06-10");
    const title = { startsOn: day("2020-06-10"), endsOn: null };
    const early = { startsOn: day("2020-06-09"), endsOn: null };
    const today = day("2020-06-09");
    const noPeriod = { ...sixteenOnThe10th, period: "" };
    const classStartsOn = day("2020-06-10");
    expect(kindsOf(checked(sixteenOnThe10th, { classStartsOn }))).toEqual([]);
    expect(kindsOf(checked(sixteenOnThe10th, { titlePeriod: title }))).toEqual([
      "under-age:refused",
    ]);
    expect(kindsOf(checked(noPeriod, { titlePeriod: title, today }))).toEqual([]);
    expect(kindsOf(checked(noPeriod, { titlePeriod: early }))).toEqual(["under-age:refused"]);
    expect(kindsOf(checked(noPeriod, { today }))).toEqual(["under-age:refused"]);
    expect(kindsOf(checked(noPeriod, { today: day("2020-06-10") }))).toEqual([]);
  });

  test("a period that cannot be read is a remark and the title's counts", () => {
    const titlePeriod = { startsOn: day("2020-06-08"), endsOn: day("2020-06-22") };
    const row = checked({ period: "六月上旬" }, { titlePeriod });
    expect(kindsOf(row)).toEqual(["period-unreadable:warning"]);
    expect(row.values).toMatchObject(titlePeriod);
  });

  test("first and last day may stand in two columns", () => {
    const row = checked({ period: "", startsOn: "2020/6/8", endsOn: "2020.6.22" });
    expect(row.values).toMatchObject({ startsOn: "2020-06-08", endsOn: "2020-06-22" });
  });
});

describe("people of another county", () => {
  const county = {
    code: regionCode("532324"),
    name: "南华县",
    otherNames: new Set(["牟定县", "楚雄市", "宝山区"]),
  };

  test("an address that names another county is pointed out", () => {
    const row = checked({ address: "云南省楚雄州牟定县共和镇新村5组" }, { county });
    expect(kindsOf(row)).toEqual(["other-county-person:warning"]);
    expect(row.findings[0]?.message).toContain("牟定县");
  });

  test("nothing is made up from an ID number, a bare village or an unknown place", () => {
    const idCardNumber = idNumberOf("532323", "1980-05-05", 563);
    expect(kindsOf(checked({ idCardNumber }, { county }))).toEqual([]);
    expect(kindsOf(checked({ address: "沙桥镇新村村委会" }, { county }))).toEqual([]);
    expect(kindsOf(checked({ address: "开发区新城小区3栋" }, { county }))).toEqual([]);
  });
});
