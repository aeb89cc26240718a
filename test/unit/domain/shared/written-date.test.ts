import { describe, expect, test } from "vitest";
import { parseWrittenDate, parseWrittenPeriod } from "~/domain/shared/written-date";

describe("dates as people write them", () => {
  test.each([
    "2020-06-01",
    "2020/6/1",
    "2020.6.1",
    "2020年6月1日",
    "2020 年 6 月 1 日",
    "20200601",
    "2020-6-1 08:00:00",
    "2020-06-01T08:00",
    "２０２０年６月１日",
    "2020.06.01 ",
  ])("%s is 1 June 2020", (text) => {
    expect(parseWrittenDate(text)).toBe("2020-06-01");
  });

  test.each(["", "2020-06", "2020-06-31", "20200631", "43983", "6月1日", "2020年", "无", "1-2-3"])(
    "%j is no date",
    (text) => {
      expect(parseWrittenDate(text)).toBeNull();
    },
  );
});

describe("periods as people write them", () => {
  test.each([
    ["2020年6月1日至6月15日", "2020-06-01", "2020-06-15"],
    ["2020.6.8-2020.6.22", "2020-06-08", "2020-06-22"],
    ["2020.6.8-6.22", "2020-06-08", "2020-06-22"],
    ["2020年6月1日—15日", "2020-06-01", "2020-06-15"],
    ["2020-06-08至2020-06-22", "2020-06-08", "2020-06-22"],
    ["2020-06-08-2020-06-22", "2020-06-08", "2020-06-22"],
    ["2020/6/8 ～ 2020/6/22", "2020-06-08", "2020-06-22"],
    ["20200608-20200622", "2020-06-08", "2020-06-22"],
    ["2020年12月28日起至2021年1月8日止", "2020-12-28", "2021-01-08"],
    ["2020年6月1日至6月15日（共15天）", "2020-06-01", "2020-06-15"],
  ])("%s", (text, startsOn, endsOn) => {
    expect(parseWrittenPeriod(text)).toEqual({ startsOn, endsOn });
  });

  test("a single day has no end", () => {
    expect(parseWrittenPeriod("2020.6.8")).toEqual({ startsOn: "2020-06-08", endsOn: null });
  });

  test.each(["2020年6月15日至6月1日", "2020年6月1日至6月31日", "15天", "6月1日至15日", ""])(
    "%j is no period",
    (text) => {
      expect(parseWrittenPeriod(text)).toBeNull();
    },
  );
});
