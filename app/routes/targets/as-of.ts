import type { CalendarDate } from "~/domain/shared/calendar-date";
import { parseWrittenDate } from "~/domain/shared/written-date";
import type { PeopleKind } from "~/domain/targets/people-list";

/** The day of the board as its address tells it. */
export interface AsOf {
  readonly asOf: CalendarDate;
  /** As typed, so that it stands in the field again; empty for today. */
  readonly typed: string;
  /** What is wrong with it, for the field; the board then shows today. */
  readonly problem: string | undefined;
}

/** Today when the address names no day; a day that is none, or one to come, is said and not quietly replaced. */
export function askedDay(search: URLSearchParams, today: CalendarDate): AsOf {
  const typed = (search.get("asOf") ?? "").trim();
  const found = parseWrittenDate(typed);
  if (found !== null && found <= today) {
    return { asOf: found, typed: found === today ? "" : typed, problem: undefined };
  }
  const wrong = found === null ? "请写成 2020-06-20 的样子" : "截至日期不能晚于今天";
  const problem = typed === "" ? undefined : `${wrong}，以下为今天的进度`;
  return { asOf: today, typed, problem };
}

/** The day alone, for a page that has a field of its own to complain at. */
export function readAsOf(search: URLSearchParams, today: CalendarDate): CalendarDate {
  return askedDay(search, today).asOf;
}

/** What a board of an earlier day is reckoned from: the ledger is not kept as it stood then. */
export function asOfNote(asOf: string, today: string): string {
  return asOf < today ? `截至 ${asOf}（按上岗或举办日期，佐证和查验按今天的情况）` : `截至 ${asOf}`;
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
