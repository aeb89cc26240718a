export type PictureKind = "jpeg" | "png" | "pdf";

/** What the first bytes say a file is; its name is not asked. */
export function pictureKind(bytes: Uint8Array): PictureKind | null {
  const starts = (...magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);
  if (starts(0xff, 0xd8, 0xff)) return "jpeg";
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  // Some scanners put a few bytes before the header; readers allow 1024.
  return Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-") ? "pdf" : null;
}
