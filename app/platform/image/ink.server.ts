import { INK, patches, type Patch } from "./blobs.server";
import type { InkPage, PixelBox } from "./grid.server";
import type { ProposedInk } from "./read-page.server";
import { PIXELS_PER_MM } from "./warp.server";

/**
 * Share of a cell of 36 × 12 mm, so 0.01 is 4 mm² or 9 mm of a ball pen: no name is shorter, and the
 * palest fingerprint that anybody could compare is ten times that.
 */
const PRESENT = 0.01;
/** 1 mm²: a speck, a hair, a spot of the copier's glass. */
const BLANK = 0.0025;
/** Smaller spots, in mm², are noise and counted nowhere. */
const SPECK_MM2 = 0.12;
/** Pixels around ink, a third of a millimetre: gaps up to twice as wide do not part it. */
const BRIDGE = 2;
/** Ink that comes in over an edge and reaches no deeper than this share of the cell may be a neighbour's. */
const LEANING = { height: 0.4, width: 0.12 } as const;
/** What leans in no deeper than this, from a cell that holds ink, is that neighbour's for certain enough. */
const EXPLAINED = { height: 0.3, width: 0.08 } as const;
/** More than this much of a neighbour's ink is more than the rim of a fingerprint. */
const MOST_EXPLAINED = 0.02;

/** Ink of a cell as shares of its area. */
export interface CellInk {
  readonly own: number;
  /** Leaning in over an edge, by the edge it comes over; `deep` when no neighbour would explain it. */
  readonly leaning: readonly {
    readonly edge: Edge;
    readonly share: number;
    readonly deep: boolean;
  }[];
}

export type Edge = "left" | "top" | "right" | "bottom";

/** How much ink a cell holds, and what of it comes from outside. */
export function measureInk(page: InkPage, box: PixelBox): CellInk {
  const width = Math.max(1, box.right - box.left);
  const height = Math.max(1, box.bottom - box.top);
  const cell = cellWithBridges(page, box, width, height);
  let own = 0;
  const leaning: { edge: Edge; share: number; deep: boolean }[] = [];
  for (const patch of patches(cell, width, height)) {
    if (patch.ink < SPECK_MM2 * PIXELS_PER_MM * PIXELS_PER_MM) continue;
    const edge = edgeOf(patch, width, height);
    const share = patch.ink / (width * height);
    if (edge === null) own += share;
    else leaning.push({ edge, share, deep: !staysWithin(patch, edge, width, height, EXPLAINED) });
  }
  return { own, leaning };
}

/** All there is, 0 to 1. */
export function inkShare({ own, leaning }: CellInk): number {
  return leaning.reduce((sum, { share }) => sum + share, own);
}

export function hasOwnInk({ own }: CellInk): boolean {
  return own >= PRESENT;
}

/**
 * What a cell seems to hold. Ink that leans in from a neighbour that holds some is the rim of his
 * fingerprint; any other settles nothing, and a person looks.
 *
 * @param signedBeside whether the cell beyond an edge holds ink of its own
 */
export function proposeInk(cell: CellInk, signedBeside: (edge: Edge) => boolean): ProposedInk {
  if (hasOwnInk(cell)) return "present";
  let explained = 0;
  let open = cell.own;
  for (const { edge, share, deep } of cell.leaning) {
    if (!deep && signedBeside(edge)) explained += share;
    else open += share;
  }
  return open < BLANK && explained <= MOST_EXPLAINED ? "blank" : "doubtful";
}

/** The cell's ink, and 1 around it, so that the broken ridges of one fingerprint are one patch. */
function cellWithBridges(page: InkPage, box: PixelBox, width: number, height: number): Uint8Array {
  const cell = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (page.ink[(box.top + y) * page.width + box.left + x] !== 1) continue;
      for (let ny = Math.max(0, y - BRIDGE); ny <= Math.min(height - 1, y + BRIDGE); ny++) {
        for (let nx = Math.max(0, x - BRIDGE); nx <= Math.min(width - 1, x + BRIDGE); nx++) {
          const at = ny * width + nx;
          if (cell[at] === 0) cell[at] = 1;
        }
      }
      cell[y * width + x] = INK;
    }
  }
  return cell;
}

function edgeOf(patch: Patch, width: number, height: number): Edge | null {
  const touched: Edge[] = [];
  if (patch.top === 0) touched.push("top");
  if (patch.bottom === height - 1) touched.push("bottom");
  if (patch.left === 0) touched.push("left");
  if (patch.right === width - 1) touched.push("right");
  return touched.find((edge) => staysWithin(patch, edge, width, height, LEANING)) ?? null;
}

function staysWithin(
  patch: Patch,
  edge: Edge,
  width: number,
  height: number,
  depth: { readonly height: number; readonly width: number },
): boolean {
  return edge === "top" || edge === "bottom"
    ? patch.bottom - patch.top + 1 <= depth.height * height
    : patch.right - patch.left + 1 <= depth.width * width;
}
