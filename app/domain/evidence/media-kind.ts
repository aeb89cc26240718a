export type MediaKind = "photo" | "video";

export const MEDIA_KIND_LABELS: Readonly<Record<MediaKind, string>> = {
  photo: "照片",
  video: "视频",
};

/** Bytes a file of each kind may have. */
export const MEDIA_BYTES: Readonly<Record<MediaKind, number>> = {
  photo: 20 * 1024 * 1024,
  video: 200 * 1024 * 1024,
};

/** Pixels of a photograph; a small file may claim far more than a machine can hold. */
export const MOST_PIXELS = 50_000_000;

/** Bytes from the beginning of a file that tell what it is. */
export const HEAD_BYTES = 64;

export interface AcceptedMedia {
  readonly kind: MediaKind;
  readonly mimeType: "image/jpeg" | "image/png" | "image/webp" | "video/mp4" | "video/webm";
}

/** What cannot be taken; the first two have a cure of their own. */
export type UnwantedMedia = "heic" | "mov" | "other";

/** What the first bytes of a file say that it is; its name and the browser's word count for nothing. */
export function mediaKindOf(head: Uint8Array): AcceptedMedia | UnwantedMedia {
  if (startsWith(head, "\xff\xd8\xff")) return { kind: "photo", mimeType: "image/jpeg" };
  if (startsWith(head, "\x89PNG\r\n\x1a\n")) return { kind: "photo", mimeType: "image/png" };
  if (startsWith(head, "RIFF") && textAt(head, 8, 4) === "WEBP") {
    return { kind: "photo", mimeType: "image/webp" };
  }
  // EBML: the document's type stands in its head, webm or matroska.
  if (startsWith(head, "\x1a\x45\xdf\xa3")) {
    const isWebm = textAt(head, 0, HEAD_BYTES).includes("\x42\x82\x84webm");
    return isWebm ? { kind: "video", mimeType: "video/webm" } : "other";
  }
  return ofBoxes(textAt(head, 4, 4), textAt(head, 8, 4));
}

const HEIC_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];
const MP4_BRANDS = /^(iso[m2-9]|mp4[12]|avc1|M4V |M4VP|MSNV|dash)$/;
/** A QuickTime film of the older kind begins without naming its brand. */
const OLD_FILM_BOXES = ["moov", "mdat", "wide", "free", "skip", "pnot"];

function ofBoxes(box: string, brand: string): AcceptedMedia | UnwantedMedia {
  if (OLD_FILM_BOXES.includes(box)) return "mov";
  if (box !== "ftyp") return "other";
  if (HEIC_BRANDS.includes(brand)) return "heic";
  if (brand === "qt  ") return "mov";
  return MP4_BRANDS.test(brand) ? { kind: "video", mimeType: "video/mp4" } : "other";
}

function startsWith(head: Uint8Array, text: string): boolean {
  return textAt(head, 0, text.length) === text;
}

function textAt(head: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...head.subarray(from, from + length));
}
