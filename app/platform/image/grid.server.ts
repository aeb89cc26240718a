import type { Box } from "~/domain/rosters/page-geometry";
import { PIXELS_PER_MM } from "./warp.server";

/** Pixels of a straightened page, edges inclusive of left and top only. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface InkPage {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

/** How far a printed line may lie from its place: paper on a table is never quite flat. */
const SLACK = Math.round(1.6 * PIXELS_PER_MM);
/** A line is where this share of its length is ink; handwriting never is so straight. */
const LINE_SHARE = 0.55;

/**
 * The inside of a cell, by its printed lines where they are seen, else where they should be.
 *
 * @returns the box, and how many of its four lines were seen
 */
export function findCell(
  page: InkPage,
  cell: Box,
): { readonly box: PixelBox; readonly lines: number } {
  const [left, top, right, bottom] = [
    Math.round(cell.x * PIXELS_PER_MM),
    Math.round(cell.y * PIXELS_PER_MM),
    Math.round((cell.x + cell.width) * PIXELS_PER_MM),
    Math.round((cell.y + cell.height) * PIXELS_PER_MM),
  ];
  const across = (y: number) => shareAcross(page, y, left + SLACK, right - SLACK);
  const down = (x: number) => shareDown(page, x, top + SLACK, bottom - SLACK);
  const edges = {
    left: innerEdge(down, left, 1),
    top: innerEdge(across, top, 1),
    right: innerEdge(down, right, -1),
    bottom: innerEdge(across, bottom, -1),
  };
  return {
    box: {
      left: (edges.left ?? left) + 1,
      top: (edges.top ?? top) + 1,
      right: edges.right ?? right,
      bottom: edges.bottom ?? bottom,
    },
    lines: Object.values(edges).filter((edge) => edge !== null).length,
  };
}

/** The last position, going inwards, that belongs to the line near `place`. */
function innerEdge(shareAt: (at: number) => number, place: number, inwards: 1 | -1): number | null {
  let strongest = -1;
  let best = LINE_SHARE;
  for (let at = place - SLACK; at <= place + SLACK; at++) {
    const share = shareAt(at);
    if (share < best) continue;
    best = share;
    strongest = at;
  }
  if (strongest < 0) return null;
  let at = strongest;
  while (Math.abs(at - strongest) < SLACK && shareAt(at + inwards) >= best / 3) at += inwards;
  return at;
}

function shareAcross({ width, height, ink }: InkPage, y: number, from: number, to: number): number {
  if (y < 0 || y >= height) return 0;
  let sum = 0;
  for (let x = from; x < to; x++) sum += ink[y * width + x] ?? 0;
  return sum / (to - from);
}

function shareDown({ width, ink }: InkPage, x: number, from: number, to: number): number {
  if (x < 0 || x >= width) return 0;
  let sum = 0;
  for (let y = from; y < to; y++) sum += ink[y * width + x] ?? 0;
  return sum / (to - from);
}
