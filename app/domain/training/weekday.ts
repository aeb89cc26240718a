const WEEKDAYS = ["日", "一", "二", "三", "四", "五", "六"];

/** Day of the week in China's count, 0 (Sunday) to 6, of a day `YYYY-MM-DD`. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** 周三 */
export function weekdayLabel(weekday: number): string {
  return `周${WEEKDAYS[weekday] ?? ""}`;
}
