import type { CalendarDate } from "~/domain/shared/calendar-date";
import { parseWrittenDate } from "~/domain/shared/written-date";
import type { PeopleKind } from "~/domain/targets/people-list";

/** The day of the board as its address tells it; today when it names none, no real one, or one to come. */
export function readAsOf(search: URLSearchParams, today: CalendarDate): CalendarDate {
  const found = parseWrittenDate(search.get("asOf") ?? "");
  return found === null || found > today ? today : found;
}

/** `?asOf=2020-06-20`, or nothing for today's board. */
export function asOfQuery(asOf: string, today: string): string {
  return asOf === today ? "" : `?asOf=${asOf}`;
}

/** Address of the people behind the figure of a county, or of all of them by the target's own area. */
export function peopleHref(
  targetId: string,
  areaCode: string,
  list: PeopleKind,
  asOf: string,
): string {
  return `/targets/${targetId}/areas/${areaCode}?list=${list}&asOf=${asOf}`;
}
