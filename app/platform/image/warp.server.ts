import { PAGE_GEOMETRY, type Point } from "~/domain/rosters/page-geometry";
import type { Raster } from "./decode.server";
import { project, type Homography } from "./homography.server";

/** Of the straightened page: 152 dpi, two pixels to the thinnest pen stroke. */
export const PIXELS_PER_MM = 6;

/** The page laid flat; what lies outside of the picture is white. */
export function straighten(picture: Raster, page: Homography): Raster {
  const width = PAGE_GEOMETRY.width * PIXELS_PER_MM;
  const height = PAGE_GEOMETRY.height * PIXELS_PER_MM;
  const rgb = new Uint8Array(width * height * 3).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at: Point = { x: (x + 0.5) / PIXELS_PER_MM, y: (y + 0.5) / PIXELS_PER_MM };
      sample(picture, project(page, at), rgb, (y * width + x) * 3);
    }
  }
  return { width, height, rgb };
}

/** Weighs the four pixels around a point. */
function sample({ width, height, rgb }: Raster, { x, y }: Point, into: Uint8Array, at: number) {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return;
  const [fx, fy] = [x - left, y - top];
  const from = (top * width + left) * 3;
  const below = from + width * 3;
  for (let channel = 0; channel < 3; channel++) {
    const upper = (rgb[from + channel] ?? 0) * (1 - fx) + (rgb[from + channel + 3] ?? 0) * fx;
    const lower = (rgb[below + channel] ?? 0) * (1 - fx) + (rgb[below + channel + 3] ?? 0) * fx;
    into[at + channel] = upper * (1 - fy) + lower * fy + 0.5;
  }
}
