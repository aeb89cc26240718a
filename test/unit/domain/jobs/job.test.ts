import { describe, expect, it } from "vitest";
import { estimatedTotal, isOver, secondsLeft } from "~/domain/jobs/job";

describe("rows in all, by the share of the file that is read", () => {
  it.each([
    [1000, 0.25, 4000],
    [1000, 0.3, 3333],
    [1000, 1, 1000],
  ])("%d rows were %d of it: %d", (done, share, total) => {
    expect(estimatedTotal(done, share)).toBe(total);
  });

  it("is not told before anything is read", () => {
    expect(estimatedTotal(0, 0)).toBeNull();
    expect(estimatedTotal(0, 0.5)).toBe(0);
  });

  it("is never less than what is done already", () => {
    expect(estimatedTotal(1000, 1.2)).toBe(1000);
  });
});

describe("time left", () => {
  it("goes by the average pace", () => {
    expect(secondsLeft(1000, 4000, 2000)).toBe(6);
    expect(secondsLeft(1000, 4000, 2001)).toBe(7);
    expect(secondsLeft(4000, 4000, 2000)).toBe(0);
  });

  it("is not told without a pace or a total, nor past the total", () => {
    expect(secondsLeft(0, 4000, 2000)).toBeNull();
    expect(secondsLeft(1000, null, 2000)).toBeNull();
    expect(secondsLeft(4001, 4000, 2000)).toBeNull();
  });
});

it("a job is over once it is done, failed or cancelled", () => {
  expect((["queued", "running", "done", "failed", "cancelled"] as const).map(isOver)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});
