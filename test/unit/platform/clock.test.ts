import { expect, test } from "vitest";
import { dayInChina } from "~/platform/clock.server";

test("a day begins at midnight in China, not in the machine's zone", () => {
  expect(dayInChina(new Date("2020-10-30T15:59:59.999Z"))).toBe("2020-10-30");
  expect(dayInChina(new Date("2020-10-30T16:00:00.000Z"))).toBe("2020-10-31");
});
