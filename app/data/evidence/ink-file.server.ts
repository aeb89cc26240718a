import { Readable } from "node:stream";
import type { ReceivedFile } from "~/data/files/file-store.server";
import { inkIsEnough, parseInk } from "~/domain/evidence/ink";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { readStoredFile, removeStoredFile, storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { inkPicture } from "~/platform/image/ink-picture.server";
import { pagePicture } from "~/platform/image/page-picture.server";
import { pictureKind } from "~/platform/image/picture-kind.server";

export type InkProblem =
  { readonly kind: "noInk" } | { readonly kind: "tooLittleInk" } | { readonly kind: "noPicture" };

const MOST_BYTES = 20 * 1024 * 1024;

/**
 * Brings a signature into the evidence store as a picture: the strokes of the pad, or a photograph
 * of one on paper instead. Save its stored_file row, or remove the file when it is refused after all.
 */
export async function storeInk(
  text: string,
  photo: ReceivedFile | null,
): Promise<Outcome<ReceivedFile, InkProblem>> {
  if (text === "" && photo !== null) return storePlainPhoto(photo, "signature.jpg");
  if (photo !== null) await removeStoredFile(photo.id);
  if (text === "") return refused({ kind: "noInk" });
  const ink = parseInk(text);
  if (ink === null || !inkIsEnough(ink)) return refused({ kind: "tooLittleInk" });
  return done(await store(await inkPicture(ink), "signature.png"));
}

/** The photograph upright and without the camera's notes; what was uploaded is removed. */
export async function storePlainPhoto(
  photo: ReceivedFile,
  fileName: string,
): Promise<Outcome<ReceivedFile, { readonly kind: "noPicture" }>> {
  const bytes = await readStoredFile(photo.id);
  await removeStoredFile(photo.id);
  const kind = pictureKind(bytes);
  const plain = kind === "jpeg" || kind === "png" ? await pagePicture(bytes) : null;
  return plain === null ? refused({ kind: "noPicture" }) : done(await store(plain, fileName));
}

async function store(bytes: Buffer, fileName: string): Promise<ReceivedFile> {
  const id = newId();
  return { id, fileName, ...(await storeFile(id, Readable.from([bytes]), MOST_BYTES)) };
}
