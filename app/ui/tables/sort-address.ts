/** Order of a list as its address tells it: `sort=name` ascending, `sort=-name` descending. */
export interface Sort {
  readonly key: string;
  readonly direction: "ascending" | "descending";
}

/** Parameters that say where in a list one stands: any change of order or filter starts at the top again. */
const POSITION = ["page", "after", "before"];
/** What a form's answer said once (已登记…): it is over when one reads on. */
const SAID = ["done"];

/** Reads `sort` from an address, or null when it is missing or names none of the allowed columns. */
export function readSort(search: URLSearchParams, allowed: readonly string[]): Sort | null {
  const raw = search.get("sort") ?? "";
  const key = raw.replace(/^-/, "");
  if (!allowed.includes(key)) return null;
  return { key, direction: raw.startsWith("-") ? "descending" : "ascending" };
}

/** The address after a click on a column's header: ascending first, then turned round. */
export function sortHref(search: URLSearchParams, key: string, current: Sort | null): string {
  const turned = current?.key === key && current.direction === "ascending";
  return hrefWith(search, { sort: turned ? `-${key}` : key });
}

/** The present address with some parameters changed (null takes one out) and position and notice forgotten. */
export function hrefWith(
  search: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): string {
  const next = new URLSearchParams(search);
  for (const name of [...POSITION, ...SAID]) next.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return `?${next.toString()}`;
}
