import fc from "fast-check";
import { expect, test } from "vitest";
import { drawSample } from "~/domain/evidence/spot-check";

const KEYS = Array.from({ length: 40 }, (_, at) => `line-${at}`);

test("[R03] the same seed draws the same sample, in whatever order the lines come", () => {
  const drawn = drawSample(KEYS, 5, "a1");
  expect(drawn).toHaveLength(5);
  expect(new Set(drawn).size).toBe(5);
  expect(drawSample([...KEYS].reverse(), 5, "a1")).toEqual(drawn);
  expect(drawSample(KEYS, 5, "a2")).not.toEqual(drawn);
});

test("[R03] the draw is pinned: a sample of years ago can be drawn again from its seed", () => {
  expect(drawSample(["a", "b", "c", "d", "e", "f", "g", "h"], 4, "2020-06")).toMatchInlineSnapshot(`
    [
      "a",
      "h",
      "b",
      "f",
    ]
  `);
});

test("[R03] a longer sample begins with the shorter one, so asking for more drops nobody", () => {
  expect(drawSample(KEYS, 12, "s").slice(0, 5)).toEqual(drawSample(KEYS, 5, "s"));
});

test("[R03] nobody is drawn twice, nobody from outside, and never more than there are", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string()), fc.nat(60), fc.string(), (keys, count, seed) => {
      const drawn = drawSample(keys, count, seed);
      expect(drawn).toHaveLength(Math.min(count, keys.length));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.every((key) => keys.includes(key))).toBe(true);
    }),
  );
  expect(drawSample(KEYS, 0, "s")).toEqual([]);
  expect(drawSample([], 3, "s")).toEqual([]);
});

test("[R03] every line is drawn about as often as any other", () => {
  const times = new Map<string, number>();
  for (let seed = 0; seed < 4_000; seed += 1) {
    for (const key of drawSample(KEYS, 4, `seed${seed}`)) times.set(key, (times.get(key) ?? 0) + 1);
  }
  // 400 each by expectation; five standard deviations are 95.
  for (const key of KEYS) expect(Math.abs((times.get(key) ?? 0) - 400)).toBeLessThan(95);
});
