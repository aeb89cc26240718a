import { expect, test } from "vitest";
import { fen, parseYuan, yuanDigits, yuanText } from "~/domain/shared/fen";

test("yuan are read as fen without rounding", () => {
  expect(parseYuan("720000")).toBe(72_000_000);
  expect(parseYuan("2,640,000.5 元")).toBe(264_000_050);
  expect(parseYuan("0.07")).toBe(7);
  expect(parseYuan("１２．３４")).toBe(1_234);
});

test("what is no amount is refused", () => {
  for (const text of ["", "七十二万", "72万", "1.234", "-5", "1e5", ".5"]) {
    expect(parseYuan(text)).toBeNull();
  }
  expect(() => fen(0.5)).toThrow(RangeError);
});

test("amounts are written back as they were typed", () => {
  expect(yuanText(fen(264_000_000))).toBe("2,640,000 元");
  expect(yuanText(fen(60_050))).toBe("600.50 元");
  expect(yuanDigits(fen(60_007))).toBe("600.07");
  expect(yuanDigits(fen(99))).toBe("0.99");
});
