import { expect, test } from "vitest";
import { FOUNDING_TABLES } from "~/domain/funds/founding/founding-tables";
import { isLikeTable, likeness } from "~/domain/funds/table-likeness";
import { tableYears } from "~/domain/funds/table-year";
import { day } from "~/domain/shared/calendar-date";

/** Units A, B, … of as many areas, each with one amount. */
const tableOf = (...amounts: readonly number[]) => ({
  columns: [{ key: "c0", label: "金额", unit: "FEN" as const, of: "", declared: null }],
  ...{ projects: [], declaredTotal: null },
  rows: amounts.map((amount, at) => ({
    ...{ unitName: `单位${at}`, areaCode: `53030${at}`, declaredTotal: null, note: "" },
    isOffTable: false,
    cells: [
      { columnKey: "c0", projectKey: "", amount, functionCode: "", economicCode: "" } as const,
    ],
  })),
});

test("[M04] three of four equal figures make a copy, two do not, nor does one of two", () => {
  const table = tableOf(1, 2, 3, 4);
  expect(isLikeTable(table, tableOf(1, 2, 3, 9))).toBe(true);
  expect(isLikeTable(table, tableOf(1, 2, 9, 9))).toBe(false);
  expect(isLikeTable(table, tableOf(1, 2, 3))).toBe(true);
  expect(isLikeTable(tableOf(1, 2), tableOf(1, 3))).toBe(false);
  expect(isLikeTable(tableOf(1), tableOf(1))).toBe(true);
  expect(isLikeTable(tableOf(), tableOf())).toBe(false);
});

test("[M04] a copy that leaves out the projects or names its units otherwise is one too", () => {
  const [, table] = FOUNDING_TABLES.map(({ allocation }) => allocation);
  if (table === undefined) throw new Error("no founding table");
  const merged = table.rows.map((row) => {
    const [first, ...others] = row.cells;
    const amount = others.reduce((sum, one) => sum + one.amount, first?.amount ?? 0);
    return { ...row, cells: first === undefined ? [] : [{ ...first, amount }] };
  });
  expect(likeness(table, { ...table, rows: merged })).toBe(1);
  const renamed = table.rows.map((row) => ({ ...row, unitName: `${row.unitName}财政局` }));
  expect(likeness(table, { ...table, rows: renamed })).toBe(1);
});

test("[M04] a document allocates money of its year and the next", () => {
  const years = (number: string, issuedOn: string | null) =>
    tableYears({ number, issuedOn: issuedOn === null ? null : day(issuedOn) });
  expect(years("曲财农〔2020〕31号", "2020-04-10")).toEqual([2020, 2021]);
  expect(years("曲财农〔2020〕131号", "2021-01-04")).toEqual([2020, 2022]);
  expect(years("云财农〔2020〕31号", null)).toEqual([2020, 2021]);
  expect(years("", "2020-12-31")).toEqual([2020, 2021]);
  expect(years("", null)).toBeNull();
});
