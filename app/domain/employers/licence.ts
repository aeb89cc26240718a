import type { CalendarDate } from "../shared/calendar-date";

/** 人力资源服务许可证 of an intermediary, renewed ones counted from the first issue on. */
export interface Licence {
  readonly number: string;
  readonly from: CalendarDate;
  /** The last day in force. */
  readonly to: CalendarDate;
}

/** Whether the licence is in force on the day; its first and last day count. */
export function isLicensedOn({ from, to }: Pick<Licence, "from" | "to">, on: CalendarDate) {
  return from <= on && on <= to;
}

/** In the words of the pages and of the trail. */
export function licenceText({ number, from, to }: Licence): string {
  return `${number}（${from} 至 ${to}）`;
}
