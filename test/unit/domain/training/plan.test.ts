import { expect, test } from "vitest";
import { planLabel } from "~/domain/training/plan";

test("a plan is named with its year once, whether or not its title says it", () => {
  expect(planLabel({ year: 2020, title: "劳务协作培训计划" })).toBe("2020 年 劳务协作培训计划");
  expect(planLabel({ year: 2020, title: "2020年劳务协作培训计划" })).toBe("2020年劳务协作培训计划");
  expect(planLabel({ year: 2021, title: "2020年结转培训计划" })).toBe("2021 年 2020年结转培训计划");
});
