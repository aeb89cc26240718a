import { expect, test } from "vitest";
import { differenceNote, differingParts } from "~/domain/targets/line-differences";
import { countedMonthsWords, differenceWords } from "~/domain/targets/reconciliation-figures";

test("[R21] a sum names its months, and those that are missing", () => {
  expect(countedMonthsWords({ months: [4, 5], missing: [1] })).toBe(
    "双方都有数的 4 月、5 月合计；1 月尚缺一方或双方数字，未计入",
  );
  expect(countedMonthsWords({ months: [1], missing: [] })).toBe("双方都有数的 1 月合计");
  expect(countedMonthsWords({ months: [], missing: [1, 2] })).toContain("尚无双方都有数的月份");
});

test("[R21] the difference is said from the county's side, and not before both have a figure", () => {
  expect(differenceWords(5, 4)).toBe("县方多 1 人");
  expect(differenceWords(4, 6)).toBe("县方少 2 人");
  expect(differenceWords(0, 0)).toBe("双方一致");
  expect(differenceWords(4, null)).toBe("一方未填，暂不能比较");
});

test("[R21] of a person whom both have, what they say differently is named; a blank is no other word", () => {
  const same = {
    ...{ side: "BOTH" as const, name: "夏富", employerName: "甲公司", startedOn: "2020-06-01" },
    ...{ districtName: "夏富", districtEmployer: "甲公司", districtStartOn: "2020-06-01" },
  };
  expect(differenceNote(same)).toBe("");
  const other = { ...same, districtEmployer: "乙公司", districtStartOn: "2020-06-02" };
  expect(differenceNote(other)).toBe("企业、上岗日期双方不同");
  expect(differingParts({ ...same, districtName: "夏福" })).toEqual(["name"]);
  expect(differingParts({ ...same, startedOn: null })).toEqual(["startedOn"]);
  const blank = { ...same, districtName: "", districtEmployer: "", districtStartOn: null };
  expect(differingParts(blank)).toEqual([]);
  expect(differingParts({ ...other, side: "DISTRICT" })).toEqual([]);
});
