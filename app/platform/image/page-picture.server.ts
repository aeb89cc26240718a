import sharp from "sharp";

/** Pixels along the longer side: an A4 page at about 200 dpi. */
const LONGEST = 2400;
/** As many as a phone of 108 million pixels takes; more is an attack. */
const MOST_PIXELS = 120_000_000;
const MOST_SECONDS = 30;

/**
 * A scan or photo as an upright JPEG without the camera's notes, for a page that could not be
 * straightened. Null when it is no picture that can be opened.
 */
export async function pagePicture(bytes: Buffer): Promise<Buffer | null> {
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: "error" })
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#fff" })
      .jpeg({ quality: 80 })
      .timeout({ seconds: MOST_SECONDS })
      .toBuffer();
  } catch {
    return null;
  }
}
