import { ageOn, type CalendarDate } from "../shared/calendar-date";

/** Lowest age in full years on the first day of class or work (劳动法 第十五条). */
export const LOWEST_AGE = 16;

/** What is said of somebody too young on the day: 只有 15 周岁, 尚未出生; null for who is old enough. */
export function underAge(bornOn: CalendarDate, on: CalendarDate): string | null {
  const age = ageOn(bornOn, on);
  if (age >= LOWEST_AGE) return null;
  return age < 0 ? "尚未出生" : `只有 ${age} 周岁`;
}
