import { BOARD_STATES, isOfToday, type BoardFilter } from "~/domain/posts/board";

/** The filter of the board as its address tells it; what it does not know narrows nothing. */
export function readBoardFilter(
  search: URLSearchParams,
  latestYear: number,
  isId: (text: string) => boolean,
): BoardFilter {
  const given = (name: string) => (search.get(name) ?? "").trim().slice(0, 60);
  const id = (name: string) => (isId(given(name)) ? given(name) : null);
  const year = /^20\d\d$/.test(given("year")) ? Number(given("year")) : latestYear;
  return {
    ...{ county: given("county"), township: given("township"), village: given("village") },
    ...{ title: given("title"), text: given("text"), year },
    state: BOARD_STATES.find((state) => state === given("state")) ?? "all",
    ...{ quota: id("quota"), import: id("import") },
  };
}

/** Of which day and year the figures are. */
export function boardNote({ year }: Pick<BoardFilter, "year">, today: string): string {
  return `在岗、到期、拟聘、待签收为 ${today} 的情况，不分年度；全部、已结束为 ${year} 年`;
}

/** Address of a list of the board; what is empty, and the year where the list is about today, is left out. */
export function boardHref(filter: Partial<BoardFilter>, at = "/posts"): string {
  const told = Object.entries(filter).filter(
    ([name, value]) => value !== "" && value !== null && !(name === "state" && value === "all"),
  );
  const isToday = filter.state !== undefined && isOfToday(filter.state);
  const kept = told.filter(([name]) => !(isToday && name === "year"));
  const search = new URLSearchParams(kept.map(([name, value]) => [name, String(value)]));
  return search.size === 0 ? at : `${at}?${search.toString()}`;
}
