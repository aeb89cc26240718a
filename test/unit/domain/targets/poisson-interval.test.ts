import { describe, expect, it } from "vitest";
import { gammaQuantile, poissonInterval } from "~/domain/targets/poisson-interval";

describe("the exact interval of a Poisson mean [T03]", () => {
  // 90 % limits as tabulated (Garwood 1936; Pearson and Hartley, Biometrika Tables, table 40).
  it.each([
    [0, 0, 2.996],
    [1, 0.0513, 4.744],
    [2, 0.355, 6.296],
    [3, 0.818, 7.754],
    [5, 1.97, 10.51],
    [10, 5.43, 16.96],
    [20, 13.25, 29.06],
    [30, 21.59, 40.69],
    [50, 38.96, 63.29],
  ])("of %i events is %d to %d at 90 %%", (events, lower, upper) => {
    const found = poissonInterval(events, 0.9);
    expect(found.lower).toBeCloseTo(lower, 2);
    expect(Math.abs(found.upper - upper)).toBeLessThan(0.006);
  });

  it("is wider at 95 %: 4.80 to 18.39 of ten events", () => {
    const { lower, upper } = poissonInterval(10, 0.95);
    expect(lower).toBeCloseTo(4.795, 2);
    expect(upper).toBeCloseTo(18.39, 2);
  });

  it("stands for thousands of events, near the count and a little wider above it", () => {
    const { lower, upper } = poissonInterval(5000, 0.9);
    expect(lower).toBeGreaterThan(4880);
    expect(lower).toBeLessThan(4890);
    expect(upper).toBeGreaterThan(5115);
    expect(upper).toBeLessThan(5122);
  });

  it("gives the tabulated quantiles of chi-square", () => {
    expect(2 * gammaQuantile(1, 0.95)).toBeCloseTo(5.991, 3); // 2 degrees of freedom
    expect(2 * gammaQuantile(5, 0.05)).toBeCloseTo(3.94, 2); // 10 degrees of freedom
    expect(2 * gammaQuantile(15, 0.95)).toBeCloseTo(43.773, 3); // 30 degrees of freedom
  });
});
