/** A dark patch: its middle in pixels, and how many pixels it has. */
export interface Blob {
  readonly x: number;
  readonly y: number;
  readonly area: number;
}

/** Against the area expected: perspective makes the far corner smaller, a poor print any of them. */
const AREA_SHARES = [0.4, 2.2] as const;
/** Sum of the second moments over area²/6: 1 for a full square, 0.95 for a disc, more for all that is hollow or long. */
const SPREADS = [0.9, 1.25] as const;

/** The patches of 1s that could be a full square of about `side` pixels, turned by any angle. */
export function squareBlobs(
  dark: Uint8Array,
  { width, height }: { readonly width: number; readonly height: number },
  side: number,
): readonly Blob[] {
  const [least, most] = AREA_SHARES.map((share) => share * side * side);
  const blobs: Blob[] = [];
  for (const patch of patches(dark, width, height)) {
    if (patch.area < (least ?? 0) || patch.area > (most ?? 0)) continue;
    const x = patch.sumX / patch.area;
    const y = patch.sumY / patch.area;
    const spread = patch.sumSquares - patch.area * (x * x + y * y);
    const share = (6 * spread) / (patch.area * patch.area);
    if (share >= SPREADS[0] && share <= SPREADS[1]) blobs.push({ x, y, area: patch.area });
  }
  return blobs;
}

export interface Patch {
  readonly area: number;
  /** Pixels of INK among them. */
  readonly ink: number;
  readonly sumX: number;
  readonly sumY: number;
  readonly sumSquares: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A pixel that belongs to a patch is 1, or INK where that is to be told apart. */
export const INK = 2;

/** The connected patches (corners touch too) of what is not 0; they are wiped out while they are found. */
export function* patches(dark: Uint8Array, width: number, height: number): Generator<Patch> {
  for (let start = 0; start < dark.length; start++) {
    if (dark[start] === 0) continue;
    yield grow(dark, width, height, start);
  }
}

function grow(dark: Uint8Array, width: number, height: number, start: number): Patch {
  const sums = { area: 0, ink: 0, sumX: 0, sumY: 0, sumSquares: 0 };
  const box = { left: width, right: 0, top: height, bottom: 0 };
  const stack: number[] = [];
  const take = (at: number) => {
    if (dark[at] === INK) sums.ink += 1;
    dark[at] = 0;
    stack.push(at);
  };
  take(start);
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const x = at % width;
    const y = (at - x) / width;
    sums.area += 1;
    sums.sumX += x;
    sums.sumY += y;
    sums.sumSquares += x * x + y * y;
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
    for (let ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
      for (let nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
        if (dark[ny * width + nx] !== 0) take(ny * width + nx);
      }
    }
  }
  return { ...sums, ...box };
}
