import type { Point } from "~/domain/rosters/page-geometry";
import { markCentres, PAGE_GEOMETRY } from "~/domain/rosters/page-geometry";
import { squareBlobs, type Blob } from "./blobs.server";
import type { FoundCode } from "./find-code.server";
import { darkerThanAround, type GreyRaster, type Shrunk } from "./grey.server";
import {
  affineOf,
  homographyOf,
  project,
  worstMiss,
  type Homography,
  type PointPair,
} from "./homography.server";

/** Square around a pixel it is compared with, in millimetres to either side: mostly paper around a mark. */
const REACH_MM = 8;
/** A mark is darker than this share of its surroundings: toner is a tenth of paper, in bad light half. */
const DARK_SHARE = 0.68;
/** How many squares near a corner are tried; more are text. */
const TRIED_PER_CORNER = 5;
/** How far a page map may miss the corners of its own code, in millimetres: less than a tenth of a row. */
const MOST_MISS_MM = 1.2;
/** Without perspective the fit is poorer, and one mark less vouches for it. */
const MOST_AFFINE_MISS_MM = 1;

/**
 * The map from millimetres of the page to pixels of the picture, by the corner marks.
 *
 * @param small the picture made smaller by a whole factor
 * @returns null when fewer than three marks that fit each other and the code are found
 */
export function findPage(small: GreyRaster & Shrunk, found: FoundCode): Homography | null {
  const codePairs = codeCorners().map((corner, at): PointPair => [
    corner,
    found.corners[at] ?? corner,
  ]);
  const rough = affineOf(codePairs);
  if (rough === null) return null;
  const scale = pixelsPerMm(rough);
  const reach = Math.round((REACH_MM * scale) / small.factor);
  const dark = darkerThanAround(small, reach, DARK_SHARE);
  const side = (PAGE_GEOMETRY.mark.side * scale) / small.factor;
  const blobs = squareBlobs(dark, small, side).map((blob) => inPicture(blob, small.factor));
  const corners = markCentres().map((centre) => ({ centre, near: nearest(blobs, centre, rough) }));
  return bestOfFour(corners, codePairs, scale) ?? bestOfThree(corners, codePairs, scale);
}

interface Corner {
  readonly centre: Point;
  readonly near: readonly Blob[];
}

export function codeCorners(): readonly Point[] {
  const { x, y, width, height } = PAGE_GEOMETRY.qr;
  return [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
}

function pixelsPerMm(map: Homography): number {
  return Math.sqrt(Math.abs(map[0] * map[4] - map[1] * map[3]));
}

function inPicture(blob: Blob, factor: number): Blob {
  const middle = (value: number) => (value + 0.5) * factor - 0.5;
  return { x: middle(blob.x), y: middle(blob.y), area: blob.area * factor * factor };
}

/** The farther from the code, the less its guess is worth: a quarter of the way, and a centimetre. */
function nearest(blobs: readonly Blob[], centre: Point, rough: Homography): readonly Blob[] {
  const { qr } = PAGE_GEOMETRY;
  const way = Math.hypot(centre.x - qr.x - qr.width / 2, centre.y - qr.y - qr.height / 2);
  const reach = (way / 4 + 10) * pixelsPerMm(rough);
  const guess = project(rough, centre);
  const distance = (blob: Blob) => Math.hypot(blob.x - guess.x, blob.y - guess.y);
  return blobs
    .filter((blob) => distance(blob) <= reach)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, TRIED_PER_CORNER);
}

function bestOfFour(
  corners: readonly Corner[],
  codePairs: readonly PointPair[],
  scale: number,
): Homography | null {
  let best: { map: Homography; cost: number } | null = null;
  for (const blobs of combinations(corners.map(({ near }) => near))) {
    const pairs = corners.map(({ centre }, at): PointPair => [centre, blobs[at] ?? centre]);
    const map = homographyOf(pairs);
    if (map === null) continue;
    const miss = worstMiss(map, codePairs) / scale;
    const cost = miss + sizeMiss(map, corners, blobs);
    if (miss <= MOST_MISS_MM && (best === null || cost < best.cost)) best = { map, cost };
  }
  return best?.map ?? null;
}

function bestOfThree(
  corners: readonly Corner[],
  codePairs: readonly PointPair[],
  scale: number,
): Homography | null {
  let best: { map: Homography; cost: number } | null = null;
  for (const missing of corners) {
    const three = corners.filter((corner) => corner !== missing);
    for (const blobs of combinations(three.map(({ near }) => near))) {
      const map = affineOf(three.map(({ centre }, at): PointPair => [centre, blobs[at] ?? centre]));
      if (map === null) continue;
      const miss = worstMiss(map, codePairs) / scale;
      const cost = miss + sizeMiss(map, three, blobs);
      if (miss <= MOST_AFFINE_MISS_MM && (best === null || cost < best.cost)) best = { map, cost };
    }
  }
  return best?.map ?? null;
}

/** Whether the squares are as large as the map says they are where they stand: 0 for all, 1 for one of twice the size. */
function sizeMiss(map: Homography, corners: readonly Corner[], blobs: readonly Blob[]): number {
  const half = PAGE_GEOMETRY.mark.side / 2;
  return corners.reduce((sum, { centre }, at) => {
    const along = project(map, { x: centre.x + half, y: centre.y });
    const down = project(map, { x: centre.x, y: centre.y + half });
    const o = project(map, centre);
    const area = 4 * Math.abs((along.x - o.x) * (down.y - o.y) - (along.y - o.y) * (down.x - o.x));
    return sum + Math.abs(Math.log2((blobs[at]?.area ?? area) / area));
  }, 0);
}

function combinations<T>(choices: readonly (readonly T[])[]): readonly (readonly T[])[] {
  return choices.reduce<readonly (readonly T[])[]>(
    (all, next) => all.flatMap((chosen) => next.map((one) => [...chosen, one])),
    [[]],
  );
}
