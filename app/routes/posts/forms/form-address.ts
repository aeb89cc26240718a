import { monthInAddress } from "~/domain/posts/month-address";
import type { CalendarDate } from "~/domain/shared/calendar-date";

/** What a form is asked of, as its address tells it. */
export interface FormAddress {
  readonly county: string;
  readonly month: CalendarDate;
  readonly township: string;
  readonly which: string;
}

export function readFormAddress(request: Request, today: CalendarDate): FormAddress {
  const search = new URL(request.url).searchParams;
  const given = (name: string) => (search.get(name) ?? "").trim().slice(0, 40);
  const month = monthInAddress(given("month"), today);
  return { county: given("county"), month, township: given("township"), which: given("which") };
}

/** `?county=532324&month=2020-05`; what is empty is left out. */
export function formQuery({ month, ...told }: FormAddress): string {
  const pairs = Object.entries({ ...told, month: month.slice(0, 7) });
  return `?${new URLSearchParams(pairs.filter(([, value]) => value !== "")).toString()}`;
}
