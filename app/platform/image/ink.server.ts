import { patches, type Patch } from "./blobs.server";
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
/** What comes in over an edge and reaches no deeper than this share of the cell belongs to the neighbour. */
const INTRUSION = { height: 0.4, width: 0.12 } as const;

export interface MeasuredInk {
  /** 0 to 1, all that is there. */
  readonly ink: number;
  readonly proposed: ProposedInk;
}

/** How much ink a cell holds, and whether it is its own. */
export function measureInk(page: InkPage, box: PixelBox): MeasuredInk {
  const width = Math.max(1, box.right - box.left);
  const height = Math.max(1, box.bottom - box.top);
  const cell = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (box.top + y) * page.width + box.left;
    cell.set(page.ink.subarray(from, from + width), y * width);
  }
  let own = 0;
  let foreign = 0;
  for (const patch of patches(cell, width, height)) {
    if (patch.area < SPECK_MM2 * PIXELS_PER_MM * PIXELS_PER_MM) continue;
    if (comesFromOutside(patch, width, height)) foreign += patch.area;
    else own += patch.area;
  }
  const area = width * height;
  return { ink: (own + foreign) / area, proposed: propose(own / area, (own + foreign) / area) };
}

/** Ink that only leans in from the row above or below settles nothing: a person looks. */
function propose(own: number, all: number): ProposedInk {
  if (own >= PRESENT) return "present";
  return all < BLANK ? "blank" : "doubtful";
}

function comesFromOutside(patch: Patch, width: number, height: number): boolean {
  const isOnRim = patch.top === 0 || patch.bottom === height - 1;
  const isOnSide = patch.left === 0 || patch.right === width - 1;
  const isShallow = patch.bottom - patch.top + 1 <= INTRUSION.height * height;
  const isNarrow = patch.right - patch.left + 1 <= INTRUSION.width * width;
  return (isOnRim && isShallow) || (isOnSide && isNarrow);
}
