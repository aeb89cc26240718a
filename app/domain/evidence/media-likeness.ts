/** Two pictures are alike when at most this many of the 64 bits of their hashes differ. */
export const LIKENESS_BITS = 6;

/** Side of the small grey picture a hash is made of. */
export const SAMPLE_SIDE = 32;

/**
 * Share of a side, 0 to 1, that is cut off for the cropped hashes. Pictures with up to 3 % cut from
 * any side, which moves the hash of the whole by up to 14 bits, then stay within LIKENESS_BITS.
 */
export const CROP = 0.03;

/** Least mean difference from its row and column, of 255, that gives a hash something to hold. */
const LEAST_CONTRAST = 3;

/**
 * Whether a hash of the picture would mean anything. The hash sees only what differs both from its row
 * and from its column; of a wall, a dark frame or stripes that is noise, and such pictures would be
 * alike without being the same.
 * @param grey SAMPLE_SIDE² bytes, row by row
 */
export function saysSomething(grey: Uint8Array): boolean {
  const side = SAMPLE_SIDE;
  const rows = new Float64Array(side);
  const columns = new Float64Array(side);
  grey.forEach((value, at) => {
    const row = Math.floor(at / side);
    const column = at % side;
    rows[row] = (rows[row] ?? 0) + value / side;
    columns[column] = (columns[column] ?? 0) + value / side;
  });
  const mean = rows.reduce((sum, value) => sum + value, 0) / side;
  const squares = grey.reduce((sum, value, at) => {
    const expected = (rows[Math.floor(at / side)] ?? 0) + (columns[at % side] ?? 0) - mean;
    return sum + (value - expected) ** 2;
  }, 0);
  return Math.sqrt(squares / grey.length) >= LEAST_CONTRAST;
}

/** 64 characters 0 or 1 as the signed number that the database keeps. */
export function signedHash(bits: string): bigint {
  return BigInt.asIntN(64, BigInt(`0b${bits}`));
}

/** Whose the other picture is, as seen from the one that is looked at. */
export type LikenessPlace = "sameSession" | "sameClass" | "otherClass" | "otherCounty";

/** What a flag says, before the other class's name where that may be shown. */
export function likenessText(isSameFile: boolean, distance: number): string {
  if (isSameFile) return "同一份文件";
  return distance === 0
    ? "画面相同"
    : `画面相近（相似度 ${Math.round(100 - (distance / 64) * 100)}%）`;
}
