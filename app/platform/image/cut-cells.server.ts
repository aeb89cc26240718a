import sharp from "sharp";
import type { InkElement } from "~/domain/evidence/line-proofs";
import { inkCellBox } from "~/domain/rosters/page-geometry";
import type { Raster } from "./decode.server";
import { findCell, type InkPage, type PixelBox } from "./grid.server";
import { inkMap } from "./ink-map.server";
import { measureInk } from "./ink.server";
import type { CutCell } from "./read-page.server";

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
  const inkPage: InkPage = { width: page.width, height: page.height, ink: inkMap(page) };
  const found = Array.from({ length: rows }, (_, index) =>
    ELEMENTS.map((element) => ({
      row: index + 1,
      element,
      ...findCell(inkPage, inkCellBox(index + 1, element)),
    })),
  ).flat();
  const seen = found.reduce((sum, { lines }) => sum + lines, 0);
  const cells: CutCell[] = [];
  for (const { row, element, box } of found) {
    const inside = shrunk(box, FRINGE);
    const picture = await jpegOf(page, inside);
    cells.push({ row, element, picture, ...measureInk(inkPage, inside) });
  }
  return { cells, fits: seen >= LINES_SEEN * 4 * found.length };
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
