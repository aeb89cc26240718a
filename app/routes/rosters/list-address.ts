import { ROSTER_STATES, type RosterState } from "~/domain/rosters/roster";
import { readSearched } from "~/domain/rosters/searched-number";

/** The filter of the roster list as its address tells it. */
export function readRosterFilter(search: URLSearchParams) {
  const state: RosterState | null =
    ROSTER_STATES.find((one) => one === search.get("state")) ?? null;
  return {
    county: search.get("county") ?? "",
    className: (search.get("class") ?? "").trim().slice(0, 60),
    state,
    onlyProblems: search.get("problems") === "1",
  };
}

/** Which people are looked for, if any. A number written into an address by hand is not looked up. */
export function readLineSearch(search: URLSearchParams, isLineId: (text: string) => boolean) {
  const same = search.get("same");
  const lineId = search.get("as") ?? "";
  if ((same === "idCard" || same === "phone") && isLineId(lineId)) {
    return { by: same, lineId } as const;
  }
  const text = readName(search);
  return text === "" ? null : ({ by: "name", text } as const);
}

/** The name in `q=`; empty when there is none. */
export function readName(search: URLSearchParams): string {
  const searched = readSearched(search.get("q") ?? "");
  return searched.kind === "name" ? searched.text : "";
}

export function readPage(search: URLSearchParams): number {
  const page = Number(search.get("page"));
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
