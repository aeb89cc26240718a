import sharp from "sharp";
import { MOST_PIXELS } from "~/domain/evidence/media-kind";
import { readCameraNotes, type CameraNotes } from "./camera-notes.server";
import { hashPicture, type PictureHashes } from "./picture-hash.server";

export interface PhotoReading {
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
  readonly notes: CameraNotes | null;
  /** JPEG without any metadata, at most VIEW_SIDE on its longer side. */
  readonly view: Buffer;
  /** The same, at most THUMBNAIL_SIDE. */
  readonly thumbnail: Buffer;
  readonly hashes: PictureHashes;
}

/** The photograph cannot be used; the message is Chinese and for the user. */
export class PhotoUnreadable extends Error {}

const VIEW_SIDE = 1600;
const THUMBNAIL_SIDE = 320;
const MOST_SECONDS = 30;

/**
 * Decodes a photograph once and makes of it what pages show. sharp drops all metadata (EXIF, XMP,
 * IPTC, colour profiles after conversion) unless it is asked to keep some, and it never is.
 * @throws PhotoUnreadable
 */
export async function readPhoto(photo: Buffer): Promise<PhotoReading> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: "error" } as const;
  try {
    const head = await sharp(photo, { limitInputPixels: false }).metadata();
    if (head.width * head.height > MOST_PIXELS) {
      throw new PhotoUnreadable("照片超过 5000 万像素，请降低分辨率后重新上传");
    }
    const view = await sharp(photo, options)
      .autoOrient()
      .resize({ width: VIEW_SIDE, height: VIEW_SIDE, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .jpeg({ quality: 82 })
      .timeout({ seconds: MOST_SECONDS })
      .toBuffer();
    const thumbnail = await sharp(view)
      .resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: "inside" })
      .jpeg({ quality: 75 })
      .toBuffer();
    return {
      ...head.autoOrient,
      notes: await readCameraNotes(head.exif ?? null),
      view,
      thumbnail,
      hashes: await hashPicture(view),
    };
  } catch (cause) {
    if (cause instanceof PhotoUnreadable) throw cause;
    throw new PhotoUnreadable("照片已损坏或不完整，打不开，请重新上传原图", { cause });
  }
}
