import type { CalendarDate } from "../shared/calendar-date";

/** The first year of the money (曲财农〔2020〕31号 divides that of 2020; cooperation began before). */
const FIRST = 2017;

/** Years a claim may be of, the latest first. */
export function yearChoices(today: CalendarDate): readonly number[] {
  const last = Number(today.slice(0, 4));
  return Array.from({ length: Math.max(1, last - FIRST + 1) }, (_, back) => last - back);
}

/** A year as an address or a form writes it; null for anything else. */
export function writtenYear(text: string | null): number | null {
  return text !== null && /^20\d{2}$/.test(text) ? Number(text) : null;
}
