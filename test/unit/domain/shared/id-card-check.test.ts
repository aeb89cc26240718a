import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "~/domain/shared/calendar-date";
import { checkIdCardNumber } from "~/domain/shared/id-card-check";
import type { IdCardCheck } from "~/domain/shared/id-card-check";
import { birthOn, idCardNumber, sexOf } from "~/domain/shared/id-card-number";
import { maskIdCardNumber } from "~/domain/shared/masking";
import type { CellKind } from "~/domain/rosters/sheet";
import { anyIdNumber, idNumberOf } from "#test/builders/id-card-number";

const context = {
  today: day("2020-07-01"),
  knownRegions: {
    has: (code: string) => code === "532324" || code === "532301" || /^5323(22|23|31)$/.test(code),
    provinces: new Set(["53", "31"]),
  },
};
const SOUND = idNumberOf("532324", "1980-05-05", 563);
const WITH_X = "53232419950308161X";

function check(text: string, kind: CellKind = "text"): IdCardCheck {
  return checkIdCardNumber(text, kind, context);
}
function faultOf(text: string, kind: CellKind = "text"): string | null {
  const found = check(text, kind);
  return found.value === null ? found.fault : null;
}

describe("[R02] resident ID numbers", () => {
  test("every sound number passes untouched", () => {
    fc.assert(
      fc.property(anyIdNumber, (number) => {
        expect(check(number)).toEqual({ value: number, repairs: [], regionKnown: true });
      }),
    );
  });

  test("no single wrong digit gets past", () => {
    fc.assert(
      fc.property(
        anyIdNumber,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const digit = (Number(number[at]) + by) % 10;
          expect(check(number.slice(0, at) + digit + number.slice(at + 1)).value).toBeNull();
        },
      ),
    );
  });

  test("no two swapped neighbours get past", () => {
    fc.assert(
      fc.property(anyIdNumber, fc.integer({ min: 0, max: 15 }), (number, at) => {
        const [a = "", b = ""] = [number[at], number[at + 1]];
        fc.pre(a !== b);
        expect(check(number.slice(0, at) + b + a + number.slice(at + 2)).value).toBeNull();
      }),
    );
  });

  test("cleaning what was cleaned changes nothing", () => {
    const dirt = fc.constantFrom(" ", "\u00a0", "\u200b", "'", "　", "\n", "’");
    fc.assert(
      fc.property(anyIdNumber, dirt, dirt, fc.nat(18), (number, before, inside, at) => {
        const inner = inside === "'" || inside === "’" ? " " : inside;
        const first = check(before + number.slice(0, at) + inner + number.slice(at));
        expect(first.value).toBe(number);
        expect(check(first.value ?? "")).toMatchObject({ value: number, repairs: [] });
      }),
    );
  });
});

describe("repairs and faults of an ID cell", () => {
  test.each([
    [" 532324 199503 08161X ", "repairable-spaces"],
    ["'53232419950308161X", "repairable-apostrophe"],
    ["５３２３２４１９９５０３０８１６１Ｘ", "repairable-fullwidth"],
    ["53232419950308161x", "repairable-lowercase-x"],
    ["53232419950308161Х", "repairable-lookalike-x"],
    ["532324-19950308-161X", "repairable-separators"],
  ])("%j is read after a repair that is told: %s", (text, repair) => {
    expect(check(text)).toEqual({ value: WITH_X, repairs: [repair], regionKnown: true });
  });

  test.each([
    ["", "id-missing"],
    [" \u00a0　", "id-missing"],
    ["5.32324E+17", "id-scientific-notation"],
    ["5.3232419960911898E+17", "id-scientific-notation"],
    ["5323241981O1275651", "id-characters"],
    ["见附件", "id-characters"],
    ["X32324198101275651", "id-characters"],
    ["532324810127565", "id-old-15"],
    ["532324811327565", "id-length"],
    ["53232419810127565", "id-length"],
    [`${SOUND}1`, "id-length"],
    ["993232419800505563", "id-region-impossible"],
    ["532324199513324531", "id-birth-date"],
    ["532324189912310000", "id-birth-date"],
    ["532324199609119000", "id-number-lost-digits"],
  ])("%j is refused as %s", (text, fault) => {
    expect(faultOf(text)).toBe(fault);
  });
});

describe("[R02] what a number may state", () => {
  test("born today is possible, born tomorrow is not", () => {
    expect(faultOf(idNumberOf("532324", "2020-07-01", 111))).toBeNull();
    expect(faultOf(idNumberOf("532324", "2020-07-02", 111))).toBe("id-birth-date");
  });

  test("the first day of 1900 is possible, the day before is not", () => {
    expect(faultOf(idNumberOf("532324", "1900-01-01", 111))).toBeNull();
    expect(faultOf(idNumberOf("532324", "1899-12-31", 111))).toBe("id-birth-date");
  });

  test("a number cell has lost its digits, however complete it looks", () => {
    expect(faultOf("532324199609119000", "number")).toBe("id-number-lost-digits");
    expect(faultOf("5.3232419960911898E+17", "number")).toBe("id-number-lost-digits");
    expect(faultOf(SOUND, "number")).toBe("id-number-lost-digits");
    expect(faultOf("1000000000000000", "number")).toBe("id-number-lost-digits");
    expect(faultOf("532324810127565", "number")).toBe("id-old-15");
    expect(faultOf("12.5", "number")).toBe("id-characters");
  });

  test("a code in no table is let through with a remark, an impossible province is not", () => {
    expect(check(idNumberOf("539999", "1980-05-05", 563))).toMatchObject({ regionKnown: false });
    expect(faultOf(idNumberOf("993232", "1980-05-05", 563))).toBe("id-region-impossible");
  });

  test("states sex and day of birth", () => {
    expect(sexOf(idNumberOf("532324", "1980-05-05", 563))).toBe("MALE");
    expect(sexOf(idNumberOf("532324", "1980-05-05", 564))).toBe("FEMALE");
    expect(birthOn(SOUND)).toBe("1980-05-05");
  });

  test("is shown by its first six and last four characters only", () => {
    expect(maskIdCardNumber(WITH_X)).toBe("532324********161X");
    expect(maskIdCardNumber("1234567890")).toBe("**********");
    expect(() => idCardNumber("532324199503081610")).toThrow(/^not a resident ID number$/);
  });
});
