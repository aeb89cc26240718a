import { describe, expect, test } from "vitest";
import { canBeLookedUp, checkAgainstRegistry, checkNearKnown } from "~/domain/rosters/cross-check";
import { duplicateFinder } from "~/domain/rosters/duplicate-finder";
import type { CheckedRow } from "~/domain/rosters/person-row";
import { regionCode } from "~/domain/shared/region-code";
import { idNumberOf } from "#test/builders/id-card-number";
import { checked } from "#test/builders/training-row";

const HEADERS = { name: "姓名", idCardNumber: "身份证号码" };
const COUNTY = { code: regionCode("532324"), name: "南华县", otherNames: new Set<string>() };
const ENTRY = { name: "罗志荣", category: "LIFTED", countyCode: COUNTY.code } as const;
const kinds = (found: readonly { readonly kind: string }[]) => found.map((each) => each.kind);

describe("the same number twice in a file", () => {
  const duplicatesOf = (rows: readonly CheckedRow[]) => {
    const seen = duplicateFinder(HEADERS);
    return rows.map(seen).filter((finding) => finding !== null);
  };

  test("every later row is refused and names the first", () => {
    const rows = [checked({}, {}, 4), checked({}, {}, 9), checked({}, {}, 12)];
    const found = duplicatesOf(rows);
    expect(found.map((each) => each.sheetRow)).toEqual([9, 12]);
    for (const { message, kind, severity } of found) {
      expect({ kind, severity }).toEqual({ kind: "duplicate-in-file", severity: "refused" });
      expect(message).toContain("第 4 行");
    }
  });

  test("other spellings of the number are the same number; missing ones are not", () => {
    const spaced = checked({ idCardNumber: "532324 19950308 161x" }, {}, 5);
    const plain = checked({ idCardNumber: "53232419950308161X" }, {}, 6);
    expect(duplicatesOf([spaced, plain])).toHaveLength(1);
    const missing = checked({ idCardNumber: "" });
    expect(duplicatesOf([missing, missing])).toEqual([]);
  });
});

describe("[R01] what the registry says of a row", () => {
  test("a row whose number is refused is not looked up, one refused for its phone is", () => {
    expect(canBeLookedUp(checked(), HEADERS)).toBe(true);
    expect(canBeLookedUp(checked({ phone: "" }), HEADERS)).toBe(true);
    expect(canBeLookedUp(checked({ idCardNumber: "123" }), HEADERS)).toBe(false);
    const child = checked({ idCardNumber: idNumberOf("532324", "2010-01-01", 111) });
    expect(canBeLookedUp(child, HEADERS)).toBe(false);
  });

  test("known under the same name and county: nothing to say", () => {
    expect(checkAgainstRegistry(checked(), ENTRY, HEADERS, COUNTY)).toEqual([]);
  });

  test("unknown: a warning that the line is unverified and cannot be sealed", () => {
    const [finding] = checkAgainstRegistry(checked(), null, HEADERS, COUNTY);
    expect(finding).toMatchObject({ kind: "not-in-registry", severity: "warning" });
    expect(finding?.message).toMatch(/未经查验.*不能封存/);
  });

  test("another name is a warning that does not give the registry's name away", () => {
    const [finding] = checkAgainstRegistry(checked({ name: "罗志" }), ENTRY, HEADERS, COUNTY);
    expect(finding).toMatchObject({ kind: "name-differs-from-registry", column: "姓名" });
    expect(finding?.message).not.toContain("罗志荣");
    const unnamed = checked({ name: "" });
    expect(checkAgainstRegistry(unnamed, ENTRY, HEADERS, COUNTY)).toEqual([]);
  });

  test("another county is a warning, once, and only where a county is asked about", () => {
    const elsewhere = { ...ENTRY, countyCode: regionCode("532323") };
    const found = checkAgainstRegistry(checked(), elsewhere, HEADERS, COUNTY);
    expect(kinds(found)).toEqual(["other-county-person"]);
    expect(checkAgainstRegistry(checked(), elsewhere, HEADERS, null)).toEqual([]);
    const said = checked(
      { address: "牟定县新桥镇" },
      { county: { ...COUNTY, otherNames: new Set(["牟定县"]) } },
    );
    expect(checkAgainstRegistry(said, elsewhere, HEADERS, COUNTY)).toEqual([]);
  });
});

describe("a known person of the same name", () => {
  const idCardNumber = idNumberOf("532324", "1980-05-05", 563);
  const near = idNumberOf("532324", "1980-05-05", 564);
  const far = idNumberOf("532324", "1991-12-28", 412);

  test("one or two digits away is pointed out, farther away is somebody else", () => {
    const row = checked({ idCardNumber });
    const known = (id: typeof near, name = "罗志荣") => [{ name, idCardNumber: id }];
    expect(kinds(checkNearKnown(row, known(near), HEADERS))).toEqual(["near-known-person"]);
    expect(checkNearKnown(row, known(far), HEADERS)).toEqual([]);
    expect(checkNearKnown(row, known(idCardNumber), HEADERS)).toEqual([]);
    expect(checkNearKnown(row, known(near, "罗志"), HEADERS)).toEqual([]);
  });
});
