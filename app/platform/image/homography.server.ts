import type { Point } from "~/domain/rosters/page-geometry";

/** Nine numbers row by row: (x, y, 1) → (u, v, w), the point is (u/w, v/w). */
export type Homography = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

export type PointPair = readonly [from: Point, to: Point];

/** Where a point lands. */
export function project(h: Homography, { x, y }: Point): Point {
  const w = h[6] * x + h[7] * y + h[8];
  return { x: (h[0] * x + h[1] * y + h[2]) / w, y: (h[3] * x + h[4] * y + h[5]) / w };
}

/**
 * The perspective map through four pairs, or nearest to more of them.
 *
 * @returns null when three of the points lie on one line
 */
export function homographyOf(pairs: readonly PointPair[]): Homography | null {
  const rows = pairs.flatMap(([{ x, y }, to]) => [
    [x, y, 1, 0, 0, 0, -x * to.x, -y * to.x, to.x],
    [0, 0, 0, x, y, 1, -x * to.y, -y * to.y, to.y],
  ]);
  const found = leastSquares(rows, 8);
  if (found === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = found;
  return [a, b, c, d, e, f, g, h, 1];
}

/** The map without perspective through three pairs, or nearest to more of them. */
export function affineOf(pairs: readonly PointPair[]): Homography | null {
  const rows = pairs.flatMap(([{ x, y }, to]) => [
    [x, y, 1, 0, 0, 0, to.x],
    [0, 0, 0, x, y, 1, to.y],
  ]);
  const found = leastSquares(rows, 6);
  if (found === null) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = found;
  return [a, b, c, d, e, f, 0, 0, 1];
}

/** How far a map misses the farthest of the pairs, in units of the points it maps to. */
export function worstMiss(h: Homography, pairs: readonly PointPair[]): number {
  return Math.max(
    ...pairs.map(([from, to]) => {
      const at = project(h, from);
      return Math.hypot(at.x - to.x, at.y - to.y);
    }),
  );
}

/** Rows of coefficients and right side; normal equations, for the points are few and well spread. */
function leastSquares(rows: readonly (readonly number[])[], unknowns: number): number[] | null {
  const scale = columnScales(rows, unknowns);
  const at = (row: readonly number[], column: number) => (row[column] ?? 0) / (scale[column] ?? 1);
  const system = Array.from({ length: unknowns }, (_, i) =>
    Array.from({ length: unknowns + 1 }, (_, j) =>
      rows.reduce((sum, row) => sum + at(row, i) * at(row, j), 0),
    ),
  );
  const solved = eliminate(system);
  return solved?.map((value, i) => (value * (scale[unknowns] ?? 1)) / (scale[i] ?? 1)) ?? null;
}

/** Columns of like size, or the squares of the equations lose their digits. */
function columnScales(rows: readonly (readonly number[])[], unknowns: number): number[] {
  return Array.from({ length: unknowns + 1 }, (_, column) =>
    Math.max(1e-12, ...rows.map((row) => Math.abs(row[column] ?? 0))),
  );
}

/** Gauss with row pivots on an augmented square system; null when it has no single answer. */
function eliminate(system: number[][]): number[] | null {
  const size = system.length;
  for (let column = 0; column < size; column++) {
    const pivot = pivotRow(system, column);
    const row = system[pivot];
    if (row === undefined || Math.abs(row[column] ?? 0) < 1e-12) return null;
    system[pivot] = system[column] ?? row;
    system[column] = row;
    for (const other of system) {
      if (other === row) continue;
      const factor = (other[column] ?? 0) / (row[column] ?? 1);
      for (let at = column; at <= size; at++)
        other[at] = (other[at] ?? 0) - factor * (row[at] ?? 0);
    }
  }
  return system.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}

function pivotRow(system: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let row = column + 1; row < system.length; row++) {
    if (Math.abs(system[row]?.[column] ?? 0) > Math.abs(system[best]?.[column] ?? 0)) best = row;
  }
  return best;
}
