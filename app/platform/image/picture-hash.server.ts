import phash from "sharp-phash";
import sharp, { type Raw } from "sharp";
import { CROP, SAMPLE_SIDE, saysSomething, signedHash } from "~/domain/evidence/media-likeness";

export interface PictureHashes {
  /** Signed 64 bits; null: the picture is too plain to be compared. */
  readonly whole: bigint | null;
  /** The same with CROP cut off: around, and from each pair of neighbouring sides. */
  readonly cropped: readonly bigint[];
}

/** Left, top, right, bottom, in shares of CROP. */
const CROPS = [
  [0.5, 0.5, 0.5, 0.5],
  [1, 1, 0, 0],
  [0, 1, 1, 0],
  [1, 0, 0, 1],
  [0, 0, 1, 1],
] as const;
/** Enough for a hash of 32 × 32, and quick to cut. */
const LONGEST_SIDE = 512;

/** Perceptual hashes of an upright picture that was decoded once already. */
export async function hashPicture(upright: Buffer): Promise<PictureHashes> {
  const { data, info } = await sharp(upright)
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: "inside", withoutEnlargement: true })
    .toColourspace("b-w")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw: Raw = { width: info.width, height: info.height, channels: info.channels };
  const sample = sharp(data, { raw }).resize(SAMPLE_SIDE, SAMPLE_SIDE, { fit: "fill" });
  if (!saysSomething(await sample.toColourspace("b-w").raw().toBuffer()))
    return { whole: null, cropped: [] };
  const cropped: bigint[] = [];
  for (const crop of CROPS) cropped.push(await hashOfCrop(data, raw, crop));
  return { whole: signedHash(await phash(data, { raw })), cropped };
}

async function hashOfCrop(whole: Buffer, raw: Raw, [l, t, r, b]: (typeof CROPS)[number]) {
  const left = Math.round(raw.width * CROP * l);
  const top = Math.round(raw.height * CROP * t);
  const width = Math.max(1, raw.width - left - Math.round(raw.width * CROP * r));
  const height = Math.max(1, raw.height - top - Math.round(raw.height * CROP * b));
  const { data, info } = await sharp(whole, { raw })
    .extract({ left, top, width, height })
    .raw()
    .toBuffer({ resolveWithObject: true });
  // sharp makes three channels of one unless told otherwise: what it says is what is hashed.
  return signedHash(await phash(data, { raw: { width, height, channels: info.channels } }));
}
