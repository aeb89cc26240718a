import type { Raster } from "./decode.server";
import type { PixelBox } from "./grid.server";
import { PIXELS_PER_MM } from "./warp.server";

/** Side of the squares whose paper is looked at by itself: light changes little over 4 mm. */
const TILE = 4 * PIXELS_PER_MM;
/** Paper is what nine tenths of a square's pixels do not outshine. */
const PAPER_PERCENTILE = 0.9;
/** Darker than this share of the paper is ink: pens and toner stay below half, edges of shadows above 0.7. */
const DARK_SHARE = 0.64;
/**
 * One colour weaker than another by this share of the paper: the palest red pad at 100 dpi reaches 0.2,
 * the noise of a phone stays under 0.1 once the paper's own colour is taken off.
 */
const COLOURED_SHARE = 0.15;

/** 1 where a straightened page carries ink, printed or by hand; looked for in `region` only. */
export function inkMap(page: Raster, region: PixelBox): Uint8Array {
  const calm = blurred(page, region);
  const paper = paperOf(page, region);
  const { width, height } = page;
  const ink = new Uint8Array(width * height);
  for (let y = region.top; y < region.bottom; y++) {
    const row = Math.floor(y / TILE) * paper.columns;
    for (let x = region.left; x < region.right; x++) {
      const tile = (row + Math.floor(x / TILE)) * 3;
      const at = (y * width + x) * 3;
      const r = (calm[at] ?? 0) / (paper.levels[tile] ?? 255);
      const g = (calm[at + 1] ?? 0) / (paper.levels[tile + 1] ?? 255);
      const b = (calm[at + 2] ?? 0) / (paper.levels[tile + 2] ?? 255);
      const isDark = 0.3 * r + 0.59 * g + 0.11 * b < DARK_SHARE;
      const isColoured = Math.max(r, g, b) - Math.min(r, g, b) > COLOURED_SHARE;
      if (isDark || isColoured) ink[y * width + x] = 1;
    }
  }
  return ink;
}

/** Means of 3 × 3 pixels: a camera's noise becomes a third. The region keeps off the picture's rim. */
function blurred({ width, rgb }: Raster, region: PixelBox): Uint8Array {
  const calm = new Uint8Array(rgb.length);
  const line = width * 3;
  for (let y = region.top; y < region.bottom; y++) {
    for (let at = y * line + region.left * 3; at < y * line + region.right * 3; at++) {
      const up = at - line;
      const down = at + line;
      const above = (rgb[up - 3] ?? 0) + (rgb[up] ?? 0) + (rgb[up + 3] ?? 0);
      const beside = (rgb[at - 3] ?? 0) + (rgb[at] ?? 0) + (rgb[at + 3] ?? 0);
      const below = (rgb[down - 3] ?? 0) + (rgb[down] ?? 0) + (rgb[down + 3] ?? 0);
      calm[at] = (above + beside + below) / 9;
    }
  }
  return calm;
}

interface Paper {
  readonly columns: number;
  /** Red, green, blue of each square's paper. */
  readonly levels: Float32Array;
}

/** A fingerprint may fill a square, so each takes the median of the nine around it. */
function paperOf(page: Raster, region: PixelBox): Paper {
  const columns = Math.ceil(page.width / TILE);
  const rows = Math.ceil(page.height / TILE);
  const own = new Float32Array(columns * rows * 3);
  for (let row = Math.floor(region.top / TILE) - 1; row * TILE < region.bottom + TILE; row++) {
    for (let column = Math.floor(region.left / TILE) - 1; column < columns; column++) {
      for (let channel = 0; channel < 3; channel++) {
        own[(row * columns + column) * 3 + channel] = percentile(page, row, column, channel);
      }
    }
  }
  return { columns, levels: medians(own, rows, columns) };
}

function percentile({ width, height, rgb }: Raster, row: number, column: number, channel: number) {
  const counts = new Uint16Array(256);
  let total = 0;
  for (let y = row * TILE; y < Math.min(height, (row + 1) * TILE); y++) {
    for (let x = column * TILE; x < Math.min(width, (column + 1) * TILE); x++) {
      const level = rgb[(y * width + x) * 3 + channel] ?? 0;
      counts[level] = (counts[level] ?? 0) + 1;
      total += 1;
    }
  }
  let left = total * (1 - PAPER_PERCENTILE);
  for (let level = 255; level > 0; level--) {
    left -= counts[level] ?? 0;
    if (left < 0) return level;
  }
  return 1;
}

function medians(own: Float32Array, rows: number, columns: number): Float32Array {
  const levels = new Float32Array(own.length);
  for (let at = 0; at < own.length; at++) {
    const column = Math.floor(at / 3) % columns;
    const row = Math.floor(at / 3 / columns);
    const near: number[] = [];
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const isInside =
          row + dy >= 0 && row + dy < rows && column + dx >= 0 && column + dx < columns;
        if (isInside) near.push(own[at + (dy * columns + dx) * 3] ?? 255);
      }
    }
    near.sort((a, b) => a - b);
    levels[at] = Math.max(1, near[Math.floor(near.length / 2)] ?? 255);
  }
  return levels;
}
