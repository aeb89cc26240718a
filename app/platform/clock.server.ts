import { day, type CalendarDate } from "~/domain/shared/calendar-date";

const CHINA = new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" });

/** This instant. The only place that reads the clock; everything below is told the time. */
export function now(): Date {
  return new Date();
}

/** The day in China at an instant, whatever the machine's time zone is. */
export function dayInChina(at: Date): CalendarDate {
  return day(CHINA.format(at));
}
