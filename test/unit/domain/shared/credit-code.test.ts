import { expect, test } from "vitest";
import { faultInCreditCode, toCreditCode } from "~/domain/shared/credit-code";

test("a sound code is taken, also typed in small letters, full width or with blanks", () => {
  expect(toCreditCode("91350100M000100Y43")).toBe("91350100M000100Y43");
  expect(toCreditCode(" 91350100m000100y43 ")).toBe("91350100M000100Y43");
  expect(toCreditCode("９１３５０１００Ｍ０００１００Ｙ４３")).toBe("91350100M000100Y43");
});

test("a wrong check character, a changed character and two swapped ones are found", () => {
  expect(faultInCreditCode("91350100M000100Y4Z")).toBe("shape");
  expect(faultInCreditCode("91350100M000100Y44")).toBe("check-character");
  expect(faultInCreditCode("91350100M000101Y43")).toBe("check-character");
  expect(faultInCreditCode("19350100M000100Y43")).toBe("check-character");
});

test("17 and 19 characters and the letters that the standard leaves out are no code", () => {
  expect(faultInCreditCode("91350100M000100Y4")).toBe("shape");
  expect(faultInCreditCode("91350100M000100Y433")).toBe("shape");
  for (const letter of "IOSVZ") {
    expect(faultInCreditCode(`9135010${letter}M000100Y43`)).toBe("shape");
    expect(faultInCreditCode(`91350100${letter}000100Y43`)).toBe("shape");
  }
  expect(toCreditCode("")).toBeNull();
});
