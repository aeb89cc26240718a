import sharp from "sharp";
import type { InkElement } from "~/domain/evidence/line-proofs";
import type { PageCode } from "~/domain/rosters/page-code";
import { PAGE_GEOMETRY } from "~/domain/rosters/page-geometry";
import { cutCells } from "./cut-cells.server";
import { decodePicture, type Raster } from "./decode.server";
import { findCodes } from "./find-code.server";
import { findPage } from "./find-marks.server";
import { greyOf } from "./grey.server";
import { ScanRefused } from "./scan-refused.server";
import { straighten } from "./warp.server";

/** Of the picture in which code and marks are looked for: marks of 5 mm are 15 pixels wide even where the page fills half of it. */
const LONGEST_SIDE = 1_800;

const SEVERAL_PAGES = "一张图片上有两页以上花名册，请一页一张重新扫描或拍照。";

/** What a cell seems to hold; a person decides. */
export type ProposedInk = "present" | "blank" | "doubtful";

/** The signature or fingerprint cell of one row, cut out of a straightened page. */
export interface CutCell {
  /** From 1, down the page. */
  readonly row: number;
  readonly element: InkElement;
  /** JPEG. */
  readonly picture: Buffer;
  /** Share of the cell that is ink, 0 to 1. */
  readonly ink: number;
  readonly proposed: ProposedInk;
}

export type PageReading =
  | {
      readonly kind: "read";
      readonly code: PageCode;
      /** JPEG of the straightened page. */
      readonly straight: Buffer;
      readonly cells: readonly CutCell[];
    }
  | { readonly kind: "noCode" }
  | { readonly kind: "noMarks"; readonly code: PageCode }
  /** `reason` is a Chinese sentence for the officer. */
  | { readonly kind: "unreadable"; readonly reason: string };

/**
 * Finds a printed roster page in a scan or photo, straightens it and cuts its cells.
 *
 * @param picture JPEG or PNG, as it was uploaded
 * @param rowsOn people on the page of that code (0 to 10); 0 for a code nobody printed
 */
export async function readPage(
  picture: Buffer,
  rowsOn: (code: PageCode) => number,
): Promise<PageReading> {
  try {
    return await readRaster(await decodePicture(picture), rowsOn);
  } catch (cause) {
    if (cause instanceof ScanRefused) return { kind: "unreadable", reason: cause.message };
    throw cause;
  }
}

async function readRaster(
  raster: Raster,
  rowsOn: (code: PageCode) => number,
): Promise<PageReading> {
  const small = greyOf(raster, LONGEST_SIDE);
  const [found, ...others] = await findCodes(raster, small);
  if (found === undefined) return { kind: "noCode" };
  if (others.length > 0) return { kind: "unreadable", reason: SEVERAL_PAGES };
  const { code } = found;
  const page = findPage(small, found);
  if (page === null) return { kind: "noMarks", code };
  const straight = straighten(raster, page);
  const rows = Math.min(PAGE_GEOMETRY.rowsPerPage, Math.max(0, rowsOn(code)));
  const { cells, fits } = await cutCells(straight, rows);
  if (!fits) return { kind: "noMarks", code };
  return { kind: "read", code, straight: await jpegOf(straight), cells };
}

function jpegOf({ width, height, rgb }: Raster): Promise<Buffer> {
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();
}
