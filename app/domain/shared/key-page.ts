/** Where a page of a long list begins: after one row, or before one; both null at the top. */
export interface KeyCursor {
  readonly after: string | null;
  readonly before: string | null;
}

/** One page of a list and the keys that lead to its neighbours; null where there is none. */
export interface KeyPage<Row> {
  readonly rows: readonly Row[];
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Cuts a page out of `size + 1` fetched rows. Going back (`before` set) the rows are expected in
 * reverse order, nearest first.
 */
export function keyPage<Row>(
  fetched: readonly Row[],
  size: number,
  cursor: KeyCursor,
  keyOf: (row: Row) => string,
): KeyPage<Row> {
  const back = cursor.before !== null;
  const kept = fetched.slice(0, size);
  const rows = back ? kept.reverse() : kept;
  const more = fetched.length > size;
  const [first, last] = [rows[0], rows[rows.length - 1]];
  const hasBefore = back ? more : cursor.after !== null;
  const hasAfter = back || more;
  return {
    rows,
    before: hasBefore && first !== undefined ? keyOf(first) : null,
    after: hasAfter && last !== undefined ? keyOf(last) : null,
  };
}
