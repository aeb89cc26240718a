import sharp from "sharp";
import type { Ink, InkPoint } from "~/domain/evidence/ink";

/** Pixels of the picture, whatever the pad was. */
export const INK_PICTURE = { width: 640, height: 240 } as const;
const MARGIN = 16;
const PEN = 3.5;

/**
 * The ink as a PNG of INK_PICTURE's size: black on white, fitted inside with its proportions kept.
 * The drawing is written from numbers alone, so nothing a browser sends becomes markup.
 */
export async function inkPicture(ink: Ink): Promise<Buffer> {
  const place = fit(ink.strokes.flat());
  const paths = ink.strokes.map((stroke) => pathOf(stroke.map(place))).join("");
  const { width, height } = INK_PICTURE;
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<rect width="100%" height="100%" fill="#fff"/>` +
    `<g fill="none" stroke="#000" stroke-width="${PEN}" stroke-linecap="round" stroke-linejoin="round">` +
    `${paths}</g></svg>`;
  return sharp(Buffer.from(svg)).greyscale().png({ compressionLevel: 9 }).toBuffer();
}

/** Scales what was drawn into the picture and centres it; a small hand is enlarged at most twice. */
function fit(points: readonly InkPoint[]): (point: InkPoint) => InkPoint {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right] = [least(xs), most(xs)];
  const [top, bottom] = [least(ys), most(ys)];
  const scale = Math.min(
    2,
    (INK_PICTURE.width - 2 * MARGIN) / Math.max(1, right - left),
    (INK_PICTURE.height - 2 * MARGIN) / Math.max(1, bottom - top),
  );
  return ([x, y]) => [
    INK_PICTURE.width / 2 + (x - (left + right) / 2) * scale,
    INK_PICTURE.height / 2 + (y - (top + bottom) / 2) * scale,
  ];
}

/** A smooth line through the middles of neighbouring points; a single point is a dot. */
function pathOf(stroke: readonly InkPoint[]): string {
  const [first, ...rest] = stroke;
  if (first === undefined) return "";
  const steps = rest.map((point, index) => {
    const next = rest[index + 1];
    if (next === undefined) return `L${at(point)}`;
    return `Q${at(point)} ${at([(point[0] + next[0]) / 2, (point[1] + next[1]) / 2])}`;
  });
  return `<path d="M${at(first)}${steps.length === 0 ? "h0.01" : steps.join("")}"/>`;
}

const at = ([x, y]: InkPoint) => `${x.toFixed(1)} ${y.toFixed(1)}`;
const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
