/** The first year of the cooperation whose papers are still met. */
const FIRST_YEAR = 2018;

/** Years to choose from, next year first. */
export function yearOptions(today: string): readonly { value: string; label: string }[] {
  const last = Number(today.slice(0, 4)) + 1;
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, back) => String(last - back)).map(
    (year) => ({ value: year, label: `${year} 年` }),
  );
}

/** The year an address asks for; null for all. */
export function yearIn(search: URLSearchParams): number | null {
  const text = search.get("year") ?? "";
  return /^\d{4}$/.test(text) ? Number(text) : null;
}
