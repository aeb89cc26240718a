import { expect, test } from "vitest";
import { numbersFrom, type DatedValue } from "~/domain/rules/value-series";
import { day } from "~/domain/shared/calendar-date";

const value = (change: Partial<DatedValue>): DatedValue => ({
  ...{ parameter: "claim.agencyPerson", regionCode: "532300", value: 100 },
  ...{ fromOn: day("2020-03-01"), toOn: null, source: "甲", packId: null },
  ...change,
});
const on = (values: readonly DatedValue[], date: string) =>
  numbersFrom(values, "532323")(day(date))("claim.agencyPerson")?.value ?? null;

test("[R14] a value holds from its first day to its last", () => {
  const values = [value({ toOn: day("2020-05-31") })];
  expect(on(values, "2020-02-29")).toBeNull();
  expect(on(values, "2020-03-01")).toBe(100);
  expect(on(values, "2020-05-31")).toBe(100);
  expect(on(values, "2020-06-01")).toBeNull();
});

test("the county comes before the prefecture before the province, whatever began last", () => {
  const province = value({ regionCode: "530000", value: 1, fromOn: day("2020-05-01") });
  const prefecture = value({ value: 2, fromOn: day("2020-04-01") });
  const county = value({ regionCode: "532323", value: 3, fromOn: day("2020-03-01") });
  expect(on([county, prefecture, province], "2020-06-01")).toBe(3);
  expect(on([prefecture, province], "2020-06-01")).toBe(2);
  expect(on([province], "2020-06-01")).toBe(1);
  expect(on([value({ regionCode: "532324" })], "2020-06-01")).toBeNull();
});

test("of one area the latest begun holds, of two begun on one day the later in the list", () => {
  const later = value({ value: 2, fromOn: day("2020-04-01") });
  expect(on([value({}), later], "2020-03-31")).toBe(100);
  expect(on([later, value({})], "2020-04-01")).toBe(2);
  expect(on([later, value({ value: 3, fromOn: day("2020-04-01") })], "2020-04-01")).toBe(3);
});

test("without a value our own default holds, and says that it is ours", () => {
  const numbers = numbersFrom([], "532323")(day("2020-06-01"));
  expect(numbers("claim.outworkPerYear")).toEqual({
    ...{ value: 1, source: null, fromOn: null, packId: null },
  });
  expect(numbers("claim.agencyPerson")).toBeNull();
});

test("what nobody entered comes from the document that gives it, and else is our own", () => {
  const numbers = numbersFrom([], "532323")(day("2020-03-01"));
  expect(numbers("fund.adjustmentPercent")).toMatchObject({
    ...{ value: 10, source: "沪合组办〔2020〕9号 二(三)三" },
  });
  expect(numbers("fund.idleDays")).toMatchObject({ value: 90, source: null });
  expect(numbers("claim.agencyPerson")).toBeNull();
});
