import type { Raster } from "./decode.server";

/** Brightness alone, 0 black to 255. */
export interface GreyRaster {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/**
 * Brightness of a picture, made smaller by a whole factor (means of blocks) until its longer side is
 * no more than `longest`.
 */
export function greyOf({ width, height, rgb }: Raster, longest: number): GreyRaster & Shrunk {
  const factor = Math.max(1, Math.ceil(Math.max(width, height) / longest));
  const [w, h] = [Math.floor(width / factor), Math.floor(height / factor)];
  const grey = new Uint8Array(w * h);
  const weight = 1 / (factor * factor * 1024);
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let sum = 0;
      for (let dy = 0; dy < factor; dy++) {
        let at = ((y * factor + dy) * width + x * factor) * 3;
        for (let dx = 0; dx < factor; dx++, at += 3) {
          sum += 306 * (rgb[at] ?? 0) + 601 * (rgb[at + 1] ?? 0) + 117 * (rgb[at + 2] ?? 0);
        }
      }
      grey[y * w + x] = sum * weight;
    }
  }
  return { width: w, height: h, grey, factor };
}

export interface Shrunk {
  /** How many pixels of the picture lie side by side in one of these. */
  readonly factor: number;
}

/** Sums over rectangles in four look-ups; one row and column more than the picture. */
export function integralOf({ width, height, grey }: GreyRaster): Float64Array {
  const stride = width + 1;
  const sums = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += grey[y * width + x] ?? 0;
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + row;
    }
  }
  return sums;
}

/**
 * 1 where a pixel is darker than `share` of the mean of the square of half side `reach` around it:
 * a shadow darkens both alike.
 */
export function darkerThanAround(picture: GreyRaster, reach: number, share: number): Uint8Array {
  const { width, height, grey } = picture;
  const sums = integralOf(picture);
  const stride = width + 1;
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - reach);
    const bottom = Math.min(height, y + reach + 1);
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - reach);
      const right = Math.min(width, x + reach + 1);
      const sum =
        (sums[bottom * stride + right] ?? 0) -
        (sums[top * stride + right] ?? 0) -
        (sums[bottom * stride + left] ?? 0) +
        (sums[top * stride + left] ?? 0);
      const area = (bottom - top) * (right - left);
      if ((grey[y * width + x] ?? 0) * area < share * sum) dark[y * width + x] = 1;
    }
  }
  return dark;
}
