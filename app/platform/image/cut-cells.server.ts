import sharp from "sharp";
import type { InkElement } from "~/domain/evidence/line-proofs";
import { inkCellBox } from "~/domain/rosters/page-geometry";
import type { Raster } from "./decode.server";
import { findCell, type InkPage, type PixelBox } from "./grid.server";
import { inkMap } from "./ink-map.server";
import { hasOwnInk, inkShare, measureInk, proposeInk, type Edge } from "./ink.server";
import type { CutCell } from "./read-page.server";
import { PIXELS_PER_MM } from "./warp.server";

const ELEMENTS: readonly InkElement[] = ["SIGNATURE", "FINGERPRINT"];
/** Left between the printed line and the cut, in pixels: the line's own blur. */
const FRINGE = 2;
/** Of the printed lines around the cells; fewer, and the page is not what its code says. */
const LINES_SEEN = 0.6;

export interface CutPage {
  readonly cells: readonly CutCell[];
  /** Whether the printed lines stand where they should. */
  readonly fits: boolean;
}

/** The signature and fingerprint cells of rows 1 to `rows` of a straightened page. */
export async function cutCells(page: Raster, rows: number): Promise<CutPage> {
  const { width, height } = page;
  const inkPage: InkPage = { width, height, ink: inkMap(page, inkRegion(rows)) };
  const found = Array.from({ length: rows }, (_, index) =>
    ELEMENTS.map((element) => {
      const { box, lines } = findCell(inkPage, inkCellBox(index + 1, element));
      const inside = shrunk(box, FRINGE);
      return { row: index + 1, element, inside, lines, ink: measureInk(inkPage, inside) };
    }),
  ).flat();
  const cells: CutCell[] = [];
  for (const { row, element, inside, ink } of found) {
    const signedBeside = (edge: Edge) => {
      const beside = neighbour(row, element, edge);
      const cell = found.find((one) => one.row === beside?.row && one.element === beside.element);
      return cell !== undefined && hasOwnInk(cell.ink);
    };
    const picture = await jpegOf(page, inside);
    const proposed = proposeInk(ink, signedBeside);
    cells.push({ row, element, picture, ink: inkShare(ink), proposed });
  }
  const seen = found.reduce((sum, { lines }) => sum + lines, 0);
  return { cells, fits: seen >= LINES_SEEN * 4 * found.length };
}

/** The part of the page where people sign, and two millimetres around it for bent paper. */
function inkRegion(rows: number): PixelBox {
  const first = inkCellBox(1, "SIGNATURE");
  const last = inkCellBox(Math.max(1, rows), "FINGERPRINT");
  return {
    left: Math.floor((first.x - 2) * PIXELS_PER_MM),
    top: Math.floor((first.y - 2) * PIXELS_PER_MM),
    right: Math.ceil((last.x + last.width + 2) * PIXELS_PER_MM),
    bottom: Math.ceil((last.y + last.height + 2) * PIXELS_PER_MM),
  };
}

/** The cell for ink beyond an edge, should there be one. */
function neighbour(row: number, element: InkElement, edge: Edge) {
  switch (edge) {
    case "top":
      return { row: row - 1, element };
    case "bottom":
      return { row: row + 1, element };
    case "left":
      return element === "FINGERPRINT" ? { row, element: "SIGNATURE" as const } : null;
    case "right":
      return element === "SIGNATURE" ? { row, element: "FINGERPRINT" as const } : null;
  }
}

function shrunk({ left, top, right, bottom }: PixelBox, by: number): PixelBox {
  return { left: left + by, top: top + by, right: right - by, bottom: bottom - by };
}

function jpegOf({ width, height, rgb }: Raster, { left, top, right, bottom }: PixelBox) {
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .extract({ left, top, width: right - left, height: bottom - top })
    .jpeg({ quality: 85 })
    .toBuffer();
}
