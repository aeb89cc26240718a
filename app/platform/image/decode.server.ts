import sharp from "sharp";
import { pictureKind } from "./picture-kind.server";
import { ScanRefused } from "./scan-refused.server";

/** A picture in memory, row by row from the top. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue per pixel. */
  readonly rgb: Uint8Array;
}

/** What a scan may be; a phone of 2020 makes 12 to 48 megapixels. */
export const PICTURE_LIMITS = { bytes: 20 * 1024 * 1024, pixels: 60_000_000 } as const;

/** Eight pixels per millimetre of a page that fills the picture: all that ink needs, in 20 MB. */
const LONGEST_SIDE = 2_600;

/**
 * Decodes a JPEG or PNG upright (EXIF), on white, no larger than the reader needs.
 *
 * @throws ScanRefused when it is none, is damaged, or passes PICTURE_LIMITS
 */
export async function decodePicture(picture: Buffer): Promise<Raster> {
  await checkPicture(picture);
  try {
    const { data, info } = await sharp(picture, {
      limitInputPixels: PICTURE_LIMITS.pixels,
      failOn: "error",
    })
      .autoOrient()
      .resize({
        width: LONGEST_SIDE,
        height: LONGEST_SIDE,
        fit: "inside",
        withoutEnlargement: true,
      })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, rgb: threeChannels(data, info.channels) };
  } catch (cause) {
    throw damagedPicture(cause);
  }
}

/**
 * Looks at the head of a picture only.
 *
 * @throws ScanRefused as decodePicture does
 */
export async function checkPicture(picture: Buffer): Promise<{ width: number; height: number }> {
  const kind = pictureKind(picture);
  if (kind !== "jpeg" && kind !== "png") {
    throw new ScanRefused("notAPicture", "不是 JPG 或 PNG 图片，请重新扫描或拍照后上传。");
  }
  if (picture.length > PICTURE_LIMITS.bytes) {
    throw new ScanRefused("tooLarge", "图片超过 20 MB，请降低扫描分辨率（200 至 300 dpi 即可）。");
  }
  const { width, height } = await sharp(picture, { limitInputPixels: false })
    .metadata()
    .catch((cause: unknown) => {
      throw damagedPicture(cause);
    });
  if (width * height > PICTURE_LIMITS.pixels) {
    throw new ScanRefused("tooManyPixels", "图片超过 6000 万像素，请降低分辨率后上传。");
  }
  return { width, height };
}

function damagedPicture(cause: unknown): ScanRefused {
  return new ScanRefused("damaged", "图片已损坏，无法打开，请重新扫描或拍照后上传。", { cause });
}

function threeChannels(data: Buffer, channels: number): Uint8Array {
  if (channels === 3) return data;
  const pixels = data.length / channels;
  const rgb = new Uint8Array(pixels * 3);
  for (let at = 0; at < pixels; at++) rgb.fill(data[at * channels] ?? 0, at * 3, at * 3 + 3);
  return rgb;
}
