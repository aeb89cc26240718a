import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import type { ReceivedFile } from "~/data/files/file-store.server";
import type { Ink } from "~/domain/evidence/ink";
import { readStoredFile, removeStoredFile, storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { inkPicture } from "~/platform/image/ink-picture.server";
import { pagePicture } from "~/platform/image/page-picture.server";
import { pictureKind } from "~/platform/image/picture-kind.server";

/** A signature in the evidence store, before its record is written. */
export interface SignaturePicture {
  readonly kind: "ink" | "paper";
  readonly file: ReceivedFile;
}

const MOST_BYTES = 20 * 1024 * 1024;

/** What an official signed with: ink on the screen, or the photograph of the paper. */
export interface GivenSignature {
  readonly ink: Ink | null;
  readonly photo: ReceivedFile | null;
}

/**
 * Stores the signature for the work that needs it, and takes it away again when the work is refused
 * or fails. Null when the photograph is no picture, or nothing was signed with.
 */
export async function withSignature<T extends { readonly ok: boolean }>(
  { ink, photo }: GivenSignature,
  work: (signature: SignaturePicture) => Promise<T>,
): Promise<T | null> {
  const signature =
    photo !== null ? await storePaperSignature(photo) : ink && (await storeInkSignature(ink));
  if (signature === null) return null;
  let isKept = false;
  try {
    const outcome = await work(signature);
    isKept = outcome.ok;
    return outcome;
  } finally {
    if (!isKept) await removeStoredFile(signature.file.id);
  }
}

/** The drawn signature as a PNG. */
async function storeInkSignature(ink: Ink): Promise<SignaturePicture> {
  return { kind: "ink", file: await stored(await inkPicture(ink), "签名.png") };
}

/**
 * The photograph of the signed paper, upright and drawn anew as JPEG, so that nothing but the
 * picture is kept: no place, no device, nothing hidden behind it. The upload itself is removed.
 * Null when it is no JPEG or PNG that can be read.
 */
export async function storePaperSignature(upload: ReceivedFile): Promise<SignaturePicture | null> {
  const bytes = await readStoredFile(upload.id);
  await removeStoredFile(upload.id);
  const kind = pictureKind(bytes);
  const drawn = kind === "jpeg" || kind === "png" ? await pagePicture(bytes) : null;
  return drawn === null ? null : { kind: "paper", file: await stored(drawn, "签字页.jpg") };
}

async function stored(bytes: Buffer, fileName: string): Promise<ReceivedFile> {
  const id = newId();
  const { size } = await storeFile(id, Readable.from([bytes]), MOST_BYTES);
  return { id, fileName, size, sha256: createHash("sha256").update(bytes).digest() };
}
