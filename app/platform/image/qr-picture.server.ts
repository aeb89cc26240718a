import { create } from "qrcode";

/** A QR as one SVG path over a square of `size` units; its four units of white border are not in it. */
export interface QrPicture {
  readonly size: number;
  readonly path: string;
}

/**
 * @param text capital letters, digits and `$%*+-./:` make the smallest code
 * @param correction "Q" stands a quarter of the code being soiled, "M" an eighth
 */
export function qrPicture(text: string, correction: "M" | "Q" = "Q"): QrPicture {
  const { size, data } = create(text, { errorCorrectionLevel: correction }).modules;
  let path = "";
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (data[y * size + x] !== 1) continue;
      let end = x + 1;
      while (end < size && data[y * size + end] === 1) end++;
      path += `M${x} ${y}h${end - x}v1h${x - end}z`;
      x = end;
    }
  }
  return { size, path };
}
