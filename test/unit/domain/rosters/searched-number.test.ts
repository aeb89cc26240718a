import { expect, test } from "vitest";
import { isInitials, readSearched } from "~/domain/rosters/searched-number";

test.each([
  ["532323199001010022", "idCard", "532323199001010022"],
  [" 532323 19900101 0022 ", "idCard", "532323199001010022"],
  ["５３２３２３１９９００１０１００２２", "idCard", "532323199001010022"],
  ["53232319900101002x", "idCard", "53232319900101002X"],
  ["13800000000", "phone", "13800000000"],
  ["138 0000 0000", "phone", "13800000000"],
])("%s is a number, whatever its writing", (typed, kind, number) => {
  expect(readSearched(typed)).toEqual({ kind, number });
});

test.each(["5323231990", "532323199001010", "1380000000", "5.32323E+17", "0022"])(
  "%s is part of a number and never taken for a name",
  (typed) => {
    expect(readSearched(typed)).toEqual({ kind: "brokenNumber" });
  },
);

test.each([
  ["李开翠", "李开翠"],
  [" 沙马·尔布 ", "沙马·尔布"],
  ["lkc", "lkc"],
  ["第3期", "第3期"],
  ["", ""],
])("%s is a name", (typed, text) => {
  expect(readSearched(typed)).toEqual({ kind: "name", text });
});

test("letters alone are initials", () => {
  expect(isInitials("Lkc")).toBe(true);
  expect(isInitials("李k")).toBe(false);
  expect(isInitials("")).toBe(false);
});
