import sharp from "sharp";
import { homographyOf, project, type Homography } from "~/platform/image/homography.server";

/** What a scanner or a phone does to a page; all of it may be left out. */
export interface Distortion {
  readonly seed: number;
  /** Degrees clockwise, any. */
  readonly turn?: number;
  /** Size of the result against the picture given: 0.5 halves the resolution. */
  readonly scale?: number;
  /** How far corners are drawn in, as a share of the page: 0.05 is a phone held askew. */
  readonly perspective?: number;
  /** Room around the page, as a share of its width; `desk` is its brightness, 0 to 255. */
  readonly margin?: number;
  readonly desk?: number;
  /** Standard deviation of the noise, in brightness levels. */
  readonly noise?: number;
  /** How much darker the dark side is, 0 to 1; half of it falls off gently, half behind an edge. */
  readonly shadow?: number;
  /** Brightness of the light: 1 white, 0.6 a dim room; warm light takes off blue. */
  readonly light?: number;
  readonly warmth?: number;
  /** Pixels of blur. */
  readonly blur?: number;
  /** How far the paper bulges, as a share of its height. */
  readonly bulge?: number;
  /** JPEG quality; 85 unless told. */
  readonly quality?: number;
}

interface Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Numbers from 0 to 1 that are the same every time (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A picture of a flat sheet as a scanner or phone would deliver it: JPEG. */
export async function distortPage(sheet: Buffer, distortion: Distortion): Promise<Buffer> {
  const { data, info } = await sharp(sheet)
    .flatten({ background: "#fff" })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const flat = { width: info.width, height: info.height, rgb: data };
  const taken = take(flat, distortion);
  const lit = shine(taken, distortion);
  const { width, height } = taken;
  let result = sharp(lit, { raw: { width, height, channels: 3 } });
  if (distortion.blur !== undefined) result = result.blur(distortion.blur);
  return result.jpeg({ quality: distortion.quality ?? 85 }).toBuffer();
}

/** Moves every pixel of the page to where the lens would see it. */
function take(flat: Picture, distortion: Distortion): Picture {
  const { width, height, back } = camera(flat, distortion);
  const desk = distortion.desk ?? 255;
  const bulge = (distortion.bulge ?? 0) * flat.height;
  const rgb = new Uint8Array(width * height * 3).fill(desk);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = project(back, { x, y });
      const sag = bulge * Math.sin((Math.PI * at.x) / flat.width);
      copyPixel(flat, at.x, at.y + sag, rgb, (y * width + x) * 3);
    }
  }
  return { width, height, rgb };
}

/** The size of the picture taken, and the way back from its pixels to those of the page. */
function camera(flat: Picture, distortion: Distortion) {
  const { turn = 0, scale = 1, perspective = 0, margin = 0.03, seed } = distortion;
  const random = seededRandom(seed);
  const angle = (turn * Math.PI) / 180;
  const corners = [
    { x: 0, y: 0 },
    { x: flat.width, y: 0 },
    { x: flat.width, y: flat.height },
    { x: 0, y: flat.height },
  ];
  const seen = corners.map(({ x, y }) => {
    const pull = { x: perspective * random(), y: perspective * random() };
    const dx = (x - flat.width / 2) * (1 - pull.x) * scale;
    const dy = (y - flat.height / 2) * (1 - pull.y) * scale;
    return {
      x: dx * Math.cos(angle) - dy * Math.sin(angle),
      y: dx * Math.sin(angle) + dy * Math.cos(angle),
    };
  });
  const room = margin * flat.width * scale;
  const left = Math.min(...seen.map(({ x }) => x)) - room;
  const top = Math.min(...seen.map(({ y }) => y)) - room;
  const back = homographyOf(
    seen.map(({ x, y }, at) => [{ x: x - left, y: y - top }, corners[at] ?? { x: 0, y: 0 }]),
  );
  if (back === null) throw new Error("A page without area");
  const width = Math.ceil(Math.max(...seen.map(({ x }) => x)) + room - left);
  const height = Math.ceil(Math.max(...seen.map(({ y }) => y)) + room - top);
  return { width, height, back: back satisfies Homography };
}

function copyPixel(from: Picture, x: number, y: number, into: Uint8Array, at: number): void {
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < 0 || top < 0 || left >= from.width - 1 || top >= from.height - 1) return;
  const [fx, fy] = [x - left, y - top];
  const here = (top * from.width + left) * 3;
  const below = here + from.width * 3;
  for (let channel = 0; channel < 3; channel++) {
    const upper =
      (from.rgb[here + channel] ?? 0) * (1 - fx) + (from.rgb[here + channel + 3] ?? 0) * fx;
    const lower =
      (from.rgb[below + channel] ?? 0) * (1 - fx) + (from.rgb[below + channel + 3] ?? 0) * fx;
    into[at + channel] = upper * (1 - fy) + lower * fy;
  }
}

/** Light, shadow and the noise of the sensor. */
function shine({ width, height, rgb }: Picture, distortion: Distortion): Uint8Array {
  const { noise = 0, shadow = 0, light = 1, warmth = 0, seed } = distortion;
  const random = seededRandom(seed + 1);
  const slope = random() * 2 * Math.PI;
  const [sx, sy] = [Math.cos(slope) / width, Math.sin(slope) / height];
  const edge = (random() - 0.5) * 0.4;
  const tint = [1, 1 - warmth / 3, 1 - warmth];
  const lit = new Uint8ClampedArray(rgb.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const along = (x - width / 2) * sx + (y - height / 2) * sy;
      const soft = Math.min(1, Math.max(0, along + 0.5)) * (shadow / 2);
      const hard = Math.min(1, Math.max(0, (along - edge) * 60)) * (shadow / 2);
      const level = light * (1 - soft - hard);
      // The sum of three even numbers is near enough to the bell.
      const grain = noise === 0 ? 0 : (random() + random() + random() - 1.5) * 2 * noise;
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel++) {
        const own = noise === 0 ? 0 : (random() - 0.5) * noise * 2;
        lit[at + channel] = (rgb[at + channel] ?? 0) * level * (tint[channel] ?? 1) + grain + own;
      }
    }
  }
  return new Uint8Array(lit.buffer);
}
