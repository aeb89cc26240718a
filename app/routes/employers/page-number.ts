/** The page a list's address asks for, 1-based; whatever is no page number is the first. */
export function pageNumber(search: URLSearchParams): number {
  return Math.min(10_000, Math.max(1, Math.trunc(Number(search.get("page"))) || 1));
}
