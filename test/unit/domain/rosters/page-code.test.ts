import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  formatPageCode,
  MOST_PAGES,
  parsePageCode,
  PRINT_CODE_ALPHABET,
  type PageCode,
} from "~/domain/rosters/page-code";

const aPrintCode = fc
  .array(fc.constantFrom(...PRINT_CODE_ALPHABET), { minLength: 10, maxLength: 10 })
  .map((characters) => characters.join(""));
const aCode: fc.Arbitrary<PageCode> = fc
  .tuple(
    aPrintCode,
    fc.integer({ min: 1, max: MOST_PAGES }),
    fc.integer({ min: 1, max: MOST_PAGES }),
  )
  .map(([printCode, a, b]) => ({ printCode, page: Math.min(a, b), pages: Math.max(a, b) }));

describe("[R02] the code of a printed page", () => {
  test("is written once and read the same, in QR's alphanumeric signs only", () => {
    fc.assert(
      fc.property(aCode, (code) => {
        const text = formatPageCode(code);
        expect(text).toMatch(/^[0-9A-Z-]+$/);
        expect(parsePageCode(text)).toEqual(code);
      }),
    );
  });

  test("stays as it was first printed: paper outlives the program", () => {
    const code = { printCode: "K7M2QXW4ZC", page: 1, pages: 3 };
    expect(formatPageCode(code)).toBe("HM1-K7M2QXW4ZC-01-03-J");
  });

  test("is refused with any one character changed", () => {
    fc.assert(
      fc.property(aCode, fc.nat(), fc.constantFrom(...PRINT_CODE_ALPHABET), (code, at, other) => {
        const text = formatPageCode(code);
        const place = 4 + (at % (text.length - 4));
        fc.pre(text[place] !== "-" && text[place] !== other);
        expect(parsePageCode(text.slice(0, place) + other + text.slice(place + 1))).toBeNull();
      }),
    );
  });

  test("is refused with two neighbouring characters exchanged", () => {
    fc.assert(
      fc.property(aCode, fc.integer({ min: 4, max: 12 }), (code, at) => {
        const text = formatPageCode(code);
        fc.pre(text[at] !== text[at + 1]);
        const exchanged = `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
        expect(parsePageCode(exchanged)).toBeNull();
      }),
    );
  });
});

describe("[R02] a code typed by hand", () => {
  test.each([
    ["in lower case", "hm1-k7m2qxw4zc-01-03-j"],
    ["with spaces for dashes", " HM1 K7M2Q XW4ZC 01 03 J "],
    ["full-width", "ＨＭ１－Ｋ７Ｍ２ＱＸＷ４ＺＣ－０１－０３－Ｊ"],
    ["with O for 0 and l for 1", "HMl-K7M2QXW4ZC-Ol-O3-J"],
    ["with long dashes", "HM1—K7M2QXW4ZC—01—03—J"],
  ])("is understood when typed %s", (_, text) => {
    expect(parsePageCode(text)).toEqual({ printCode: "K7M2QXW4ZC", page: 1, pages: 3 });
  });

  test.each([
    ["nothing", ""],
    ["another layout", "HM2-K7M2QXW4ZC-01-03-J"],
    ["another product", "https://example.cn/k7m2qxw4zc"],
    ["a page beyond the last", "HM1-K7M2QXW4ZC-04-03-J"],
    ["pages of unlike width", "HM1-K7M2QXW4ZC-001-03-J"],
    ["what a QR of thousands of characters holds", "HM1".padEnd(4_000, "0")],
  ])("%s is none", (_, text) => {
    expect(parsePageCode(text)).toBeNull();
  });

  test("is not made for what is no page", () => {
    const code = { printCode: "K7M2QXW4ZC", page: 1, pages: MOST_PAGES };
    expect(() => formatPageCode(code)).not.toThrow();
    expect(() => formatPageCode({ ...code, pages: MOST_PAGES + 1 })).toThrow(RangeError);
    expect(() => formatPageCode({ ...code, page: 0 })).toThrow(RangeError);
    expect(() => formatPageCode({ ...code, printCode: "K7M2QXW4ZU" })).toThrow(RangeError);
  });
});
