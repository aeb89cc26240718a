import { daysBetween, type CalendarDate } from "../shared/calendar-date";

/**
 * The registry's export behind a verification, and how old it was on the first day: 2020-03-01 的数据，早于上岗 31 天；
 * with `maxAgeDays` (verification.maxAgeDays), where it is older, that it is.
 */
export function exportAgeText(
  exportedOn: CalendarDate,
  startsOn: CalendarDate,
  maxAgeDays: number | null,
): string {
  const days = daysBetween(exportedOn, startsOn);
  const age = days >= 0 ? `早于上岗 ${days} 天` : `上岗后 ${-days} 天`;
  const isOld = maxAgeDays !== null && days > maxAgeDays;
  return `${exportedOn} 的数据，${age}${isOld ? `，超过规定的 ${maxAgeDays} 天，请导入新数据后重新查验` : ""}`;
}
