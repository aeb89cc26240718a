import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskName, maskPhone } from "~/domain/shared/masking";
import { checkName, plainName } from "~/domain/shared/person-name";
import { checkPhone } from "~/domain/shared/phone-number";

describe("[R02] telephone numbers", () => {
  test.each([
    "86-15912792472",
    "+86 159 1279 2472",
    "+8615912792472",
    "0086-15912792472",
    "(+86)15912792472",
    "159-1279-2472",
    "159 1279 2472",
    "159.1279.2472",
    "１５９１２７９２４７２",
    "'15912792472",
  ])("%s is tidied up, and told", (text) => {
    expect(checkPhone(text, "text")).toEqual({ value: "15912792472", repaired: true });
  });

  test("a number cell of eleven digits is as good as text, also in scientific form", () => {
    expect(checkPhone("15912792472", "number")).toEqual({ value: "15912792472", repaired: false });
    expect(checkPhone("1.5912792472E10", "number")).toEqual({
      value: "15912792472",
      repaired: false,
    });
  });

  test.each(["0871-63111111", "087863111111", "0878-6311111", "010-65001234-802"])(
    "the landline %s is a contact",
    (text) => {
      expect(checkPhone(text, "text")).toEqual({ value: text, repaired: false });
    },
  );

  test.each([
    "1380000",
    "12912792472",
    "1591279247",
    "159127924720",
    "63111111",
    "13800000000/13900000000",
    "1.59E+10",
    "村委会转",
  ])("%s is refused", (text) => {
    expect(checkPhone(text, "text")).toMatchObject({ value: null, fault: "phone-format" });
  });

  test.each(["", "  ", "-", "/", "——"])("%j is missing", (text) => {
    expect(checkPhone(text, "text")).toMatchObject({ value: null, fault: "phone-missing" });
  });

  test("is shown by its first three and last four digits only", () => {
    expect(maskPhone("15912792472")).toBe("159****2472");
    expect(maskPhone("1380000")).toBe("*******");
  });
});

describe("names", () => {
  test.each(["王仙", "沙马·尔布", "欧阳娜娜", "𠮷田", "李〇", "阿卜杜热合曼·艾尔肯", "龙\ue863"])(
    "%s is a name as it stands",
    (text) => {
      expect(checkName(text)).toEqual({ value: text, repairs: [] });
    },
  );

  test.each([
    [" 起　正　兴 ", "起正兴", "repairable-name-spaces"],
    ["王\u200b仙", "王仙", "repairable-name-spaces"],
    ["沙马•尔布", "沙马·尔布", "repairable-name-dot"],
    ["沙马・尔布", "沙马·尔布", "repairable-name-dot"],
    ["沙马．尔布", "沙马·尔布", "repairable-name-dot"],
    ["沙马‧尔布", "沙马·尔布", "repairable-name-dot"],
    ["沙马.尔布", "沙马·尔布", "repairable-name-dot"],
    ["'王仙", "王仙", "repairable-name-quotes"],
  ])("%j is read as %s", (text, value, repair) => {
    expect(checkName(text)).toEqual({ value, repairs: [repair] });
  });

  test.each([
    ['=HYPERLINK("http://x","李")', "formula"],
    ["@SUM(A1)", "formula"],
    ["＝1+1", "formula"],
    ["+cmd|'/C calc'!A0", "formula"],
    ["王仙1", "characters"],
    ["<b>王仙</b>", "characters"],
    ["王\u0007仙", "characters"],
    ["王仙(女)", "characters"],
    ["王·", "characters"],
    ["·王仙", "characters"],
    ["王", "length"],
    ["同上", "placeholder"],
  ])("%j is no name: %s", (text, why) => {
    expect(checkName(text)).toEqual({ value: null, fault: "name-not-a-name", why });
  });

  test.each(["", "　", "-", "/"])("%j is missing", (text) => {
    expect(checkName(text)).toEqual({ value: null, fault: "name-missing" });
  });

  test("cleaning what was cleaned changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(plainName(plainName(text))).toBe(plainName(text));
        const found = checkName(text);
        if (found.value !== null)
          expect(checkName(found.value)).toEqual({ value: found.value, repairs: [] });
      }),
    );
  });

  test("a masked name keeps one character, and counts characters rather than code units", () => {
    expect(maskName("𠮷田三")).toBe("𠮷**");
  });
});
