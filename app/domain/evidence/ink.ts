import { z } from "zod";

/**
 * A signature as it was drawn: strokes of points on a pad of `width` × `height`, in CSS pixels with
 * the origin at the top left. Speed and pressure are not kept: they would make a biometric of it.
 */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly strokes: readonly (readonly InkPoint[])[];
}

export type InkPoint = readonly [x: number, y: number];

export const INK_LIMITS = {
  side: { min: 80, max: 4_000 },
  strokes: 300,
  pointsInAll: 4_500,
  /** Characters of the whole text, before it is read; a form with a file takes 64 KB a field. */
  text: 60_000,
} as const;

/** A pen that runs off the pad leaves points a little outside it. */
const OVERSHOOT = 200;

const side = z.number().min(INK_LIMITS.side.min).max(INK_LIMITS.side.max);
const coordinate = z
  .number()
  .min(-OVERSHOOT)
  .max(INK_LIMITS.side.max + OVERSHOOT);
const inkSchema = z
  .object({
    width: side,
    height: side,
    strokes: z
      .array(z.array(z.tuple([coordinate, coordinate])).min(1))
      .min(1)
      .max(INK_LIMITS.strokes),
  })
  .refine(({ strokes }) => countPoints(strokes) <= INK_LIMITS.pointsInAll)
  .refine(({ width, height, strokes }) =>
    strokes.every((stroke) => stroke.every((point) => isNear(point, width, height))),
  );

/** The ink a form sent as JSON; null when it is none, or more than any signature. */
export function parseInk(text: string): Ink | null {
  if (text.length > INK_LIMITS.text) return null;
  try {
    return inkSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** Share of the pad's width that the ink must span, and that its strokes must measure in all. */
export const LEAST_INK = { span: 0.12, length: 0.3 } as const;

/** Whether it may be a name: two dots, one short stroke or a scribble in a corner is refused. */
export function inkIsEnough(ink: Ink): boolean {
  const points = ink.strokes.flat();
  const span = Math.max(extent(points.map(([x]) => x)), extent(points.map(([, y]) => y)));
  const length = ink.strokes.reduce((sum, stroke) => sum + lengthOf(stroke), 0);
  return span >= LEAST_INK.span * ink.width && length >= LEAST_INK.length * ink.width;
}

function isNear([x, y]: InkPoint, width: number, height: number): boolean {
  return x <= width + OVERSHOOT && y <= height + OVERSHOOT;
}

function countPoints(strokes: readonly (readonly unknown[])[]): number {
  return strokes.reduce((sum, stroke) => sum + stroke.length, 0);
}

function extent(values: readonly number[]): number {
  return (
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity)
  );
}

function lengthOf(stroke: readonly InkPoint[]): number {
  return stroke.reduce((sum, [x, y], index) => {
    const [fromX, fromY] = stroke[index - 1] ?? [x, y];
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
}
