import { expect, test } from "vitest";
import {
  workplaceGroups,
  type WorkplaceGroup,
} from "~/data/employers/workplace-choice-view.server";

const labels = (groups: readonly WorkplaceGroup[]) => groups.map(({ label }) => label);
const codes = (groups: readonly WorkplaceGroup[], label: string) =>
  groups.find((group) => group.label === label)?.options.map(({ value }) => value) ?? [];

test("a county chooses Shanghai by district, its prefecture by county, its province by prefecture, the rest whole", () => {
  const groups = workplaceGroups(["532324"]);
  expect(labels(groups)).toEqual([
    "上海市",
    "楚雄彝族自治州",
    "云南省（其他州市）",
    "其他省（区、市）",
  ]);
  expect(codes(groups, "上海市")).toContain("310114");
  expect(codes(groups, "楚雄彝族自治州")).toEqual(expect.arrayContaining(["532324", "532300"]));
  const others = codes(groups, "云南省（其他州市）");
  expect(others).toEqual(expect.arrayContaining(["530100", "530000"]));
  expect(others).not.toContain("532300");
  const provinces = codes(groups, "其他省（区、市）");
  expect(provinces).toContain("440000");
  for (const own of ["310000", "530000"]) expect(provinces).not.toContain(own);
});

test("no place is offered twice, whoever chooses", () => {
  for (const scope of [
    ["532324"],
    ["310114", "532324", "532323"],
    ["530000", "530100", "530381"],
    [],
  ]) {
    const all = workplaceGroups(scope).flatMap(({ options }) => options.map(({ value }) => value));
    expect(new Set(all).size).toBe(all.length);
  }
});

test("what stands already is offered too, even where the groups do not have it", () => {
  expect(labels(workplaceGroups(["532324"], "440300"))[0]).toBe("已登记");
  expect(labels(workplaceGroups(["532324"], "310114"))[0]).toBe("上海市");
});
