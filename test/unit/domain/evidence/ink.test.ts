import { expect, test } from "vitest";
import { INK_LIMITS, inkIsEnough, LEAST_INK, parseInk } from "~/domain/evidence/ink";
import type { InkPoint } from "~/domain/evidence/ink";

const pad = { width: 400, height: 200 };
const line = (from: number, to: number, y = 100): InkPoint[] => [
  [from, y],
  [to, y],
];
const text = (strokes: unknown) => JSON.stringify({ ...pad, strokes });

test("[R02] a written name is ink; two dots and one tiny stroke are not enough of it", () => {
  const dots: InkPoint[][] = [[[50, 50]], [[300, 60]]];
  expect(inkIsEnough({ ...pad, strokes: dots })).toBe(false);
  expect(inkIsEnough({ ...pad, strokes: [line(100, 110)] })).toBe(false);
  expect(inkIsEnough({ ...pad, strokes: [line(50, 150), line(60, 140, 120)] })).toBe(true);
});

test("[R02] ink is enough at its least length and span, and not a pixel below", () => {
  const least = LEAST_INK.length * pad.width;
  expect(inkIsEnough({ ...pad, strokes: [line(10, 10 + least)] })).toBe(true);
  expect(inkIsEnough({ ...pad, strokes: [line(10, 9 + least)] })).toBe(false);
  const span = LEAST_INK.span * pad.width;
  const scribble = (width: number) => Array.from({ length: 8 }, (_, y) => line(10, 10 + width, y));
  expect(inkIsEnough({ ...pad, strokes: scribble(span) })).toBe(true);
  expect(inkIsEnough({ ...pad, strokes: scribble(span - 1) })).toBe(false);
});

test("what is no ink is refused: other text, no stroke, points far off the pad, numbers that are none", () => {
  expect(parseInk("")).toBeNull();
  expect(parseInk("[1,2")).toBeNull();
  expect(parseInk(text([]))).toBeNull();
  expect(parseInk(text([[]]))).toBeNull();
  expect(parseInk(text([line(0, 601)]))).toBeNull();
  expect(parseInk(text([line(0, 600)]))).not.toBeNull();
  expect(parseInk(text([[["1", 2]]]))).toBeNull();
  expect(parseInk(text([line(0, 100)]).replace("400", "1e999"))).toBeNull();
});

test("more strokes or points than any signature has are refused", () => {
  const strokes = (count: number) => Array.from({ length: count }, () => line(0, 100));
  expect(parseInk(text(strokes(INK_LIMITS.strokes)))).not.toBeNull();
  expect(parseInk(text(strokes(INK_LIMITS.strokes + 1)))).toBeNull();
  const long = (count: number) => [Array.from({ length: count }, () => [1, 2])];
  expect(parseInk(text(long(INK_LIMITS.pointsInAll)))).not.toBeNull();
  expect(parseInk(text(long(INK_LIMITS.pointsInAll + 1)))).toBeNull();
  expect(parseInk(`${text([line(0, 100)])}${" ".repeat(INK_LIMITS.text)}`)).toBeNull();
});
