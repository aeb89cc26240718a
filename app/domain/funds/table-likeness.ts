import { moneyOf, type Allocation } from "./allocation";

/** From that share of equal figures on a table is taken for a copy: of four figures one may be mistyped. */
const LIKE = { of: 4, equal: 3 } as const;

/**
 * How much of the larger of two tables the other says as well, 0 to 1: figure by figure or row by row, each beside its
 * unit or its area, whichever agrees most. Columns, projects, codes and sums are not asked.
 */
export function likeness(one: Allocation, other: Allocation): number {
  return Math.max(...WAYS.map((way) => sharedPart(way(one), way(other))));
}

/** Whether one table is, but for a few figures, the other. */
export function isLikeTable(one: Allocation, other: Allocation): boolean {
  return likeness(one, other) * LIKE.of >= LIKE.equal;
}

type Way = (table: Allocation) => readonly string[];

const nameOf = ({ unitName }: Allocation["rows"][number]) => unitName.replace(/\s/g, "");
const areaOf = ({ areaCode, unitName }: Allocation["rows"][number]) => areaCode ?? unitName;

const WAYS: readonly Way[] = [nameOf, areaOf].flatMap((who): readonly Way[] => [
  ({ rows }) => rows.flatMap((row) => row.cells.map(({ amount }) => `${who(row)} ${amount}`)),
  (table) => table.rows.map((row) => `${who(row)} ${moneyOf(table, row)}`),
]);

function sharedPart(ones: readonly string[], others: readonly string[]): number {
  const left = [...others];
  const shared = ones.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
  return shared.length / Math.max(1, ones.length, others.length);
}
