import { PAGE_GEOMETRY } from "~/domain/rosters/page-geometry";
import type { Raster } from "./decode.server";
import type { Homography } from "./homography.server";

/** Of the straightened page: 152 dpi, two pixels to the thinnest pen stroke. */
export const PIXELS_PER_MM = 6;

/** The page laid flat; what lies outside of the picture is white. */
export function straighten(picture: Raster, page: Homography): Raster {
  const width = PAGE_GEOMETRY.width * PIXELS_PER_MM;
  const height = PAGE_GEOMETRY.height * PIXELS_PER_MM;
  const rgb = new Uint8Array(width * height * 3).fill(255);
  const [a, b, c, d, e, f, g, h, i] = page;
  for (let y = 0; y < height; y++) {
    const my = (y + 0.5) / PIXELS_PER_MM;
    for (let x = 0; x < width; x++) {
      // project(), but without an object for each of two million pixels
      const mx = (x + 0.5) / PIXELS_PER_MM;
      const w = g * mx + h * my + i;
      sample(picture, (a * mx + b * my + c) / w, (d * mx + e * my + f) / w, rgb, y * width + x);
    }
  }
  return { width, height, rgb };
}

/** Weighs the four pixels around a point. */
function sample(picture: Raster, x: number, y: number, into: Uint8Array, pixel: number): void {
  const { width, height, rgb } = picture;
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return;
  const fx = x - left;
  const fy = y - top;
  const from = (top * width + left) * 3;
  const below = from + width * 3;
  for (let channel = 0; channel < 3; channel++) {
    const upper = (rgb[from + channel] ?? 0) * (1 - fx) + (rgb[from + channel + 3] ?? 0) * fx;
    const lower = (rgb[below + channel] ?? 0) * (1 - fx) + (rgb[below + channel + 3] ?? 0) * fx;
    into[pixel * 3 + channel] = upper * (1 - fy) + lower * fy + 0.5;
  }
}
