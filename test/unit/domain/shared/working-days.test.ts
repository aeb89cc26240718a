import { expect, test } from "vitest";
import { addDays, day } from "~/domain/shared/calendar-date";
import { PUBLIC_HOLIDAYS } from "~/domain/shared/tables/public-holidays";
import { addWorkingDays, isWorkingDay } from "~/domain/shared/working-days";

test("[F01] a letter of 24 March 2020 gives until 15 April: the day itself is not counted, Qingming is off", () => {
  expect(addWorkingDays(day("2020-03-24"), 15)).toBe("2020-04-15");
  expect(addWorkingDays(day("2020-03-24"), 14)).toBe("2020-04-14");
  expect(isWorkingDay(day("2020-04-06"))).toBe(false);
  expect(isWorkingDay(day("2020-04-07"))).toBe(true);
});

test("[F01] days of a weekend worked in exchange count", () => {
  expect(isWorkingDay(day("2020-05-09"))).toBe(true);
  expect(addWorkingDays(day("2020-05-08"), 1)).toBe("2020-05-09");
  expect(addWorkingDays(day("2020-04-30"), 1)).toBe("2020-05-06");
  expect(addWorkingDays(day("2020-01-23"), 1)).toBe("2020-02-03");
});

test("[F01] beyond the years whose holidays are known nothing can be told", () => {
  expect(isWorkingDay(day("2018-12-31"))).toBeNull();
  expect(isWorkingDay(day("2027-01-04"))).toBeNull();
  expect(addWorkingDays(day("2026-12-30"), 1)).toBe("2026-12-31");
  expect(addWorkingDays(day("2026-12-30"), 2)).toBeNull();
  expect(addWorkingDays(day("2018-12-30"), 1)).toBeNull();
});

// Exchanged days cancel out, so a year has its weekdays and weekends less the statutory days (11; 13 from 2025);
// 2020 had two days more. The table is held against that, not against itself.
test.each([
  [2019, 365, 104, 11],
  [2020, 366, 104, 13],
  [2021, 365, 104, 11],
  [2022, 365, 105, 11],
  [2023, 365, 105, 11],
  [2024, 366, 104, 11],
  [2025, 365, 104, 13],
  [2026, 365, 104, 13],
])("the holidays of %i add up", (year, days, weekends, statutory) => {
  const all = Array.from({ length: days }, (_, index) => addDays(day(`${year}-01-01`), index));
  const isWeekend = (on: string) => [0, 6].includes(new Date(on).getUTCDay());
  expect(all.filter(isWeekend)).toHaveLength(weekends);
  expect(all.filter((on) => isWorkingDay(on) === true)).toHaveLength(days - weekends - statutory);
  const known = PUBLIC_HOLIDAYS[String(year)];
  expect(known?.worked.filter((date) => !isWeekend(`${year}-${date}`))).toEqual([]);
  expect(known?.off.filter((date) => isWeekend(`${year}-${date}`))).toEqual([]);
});
