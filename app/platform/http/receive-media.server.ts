import { unstable_parseMultipartFormData as parseMultipart } from "@remix-run/node";
import {
  HEAD_BYTES,
  MEDIA_BYTES,
  mediaKindOf,
  type AcceptedMedia,
} from "~/domain/evidence/media-kind";
import { MOST_FILES, type MediaRefusal } from "~/domain/evidence/media-refusal";
import { removeStoredFile, StoreUnavailable, storeFile } from "~/platform/evidence-store.server";
import { newId } from "~/platform/id.server";
import { plainName } from "~/platform/http/receive-upload.server";

/** A photograph or video of the form; its bytes are sealed in the evidence store. */
export interface ReceivedMediaFile {
  readonly id: string;
  readonly fileName: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: Buffer;
  readonly media: AcceptedMedia;
}

export interface RefusedMediaFile {
  readonly fileName: string;
  readonly refusal: MediaRefusal;
}

export interface ReceivedMediaForm {
  readonly files: readonly ReceivedMediaFile[];
  readonly refused: readonly RefusedMediaFile[];
}

/**
 * Reads a form with photographs and videos, one after the other into the evidence store, holding none.
 * A file that cannot be taken is read past, so that those after it are not lost. When the sender goes
 * away in the middle, what came is removed again.
 */
export async function receiveMedia(request: Request): Promise<ReceivedMediaForm> {
  const files: ReceivedMediaFile[] = [];
  const refused: RefusedMediaFile[] = [];
  try {
    await parseMultipart(request, async ({ filename, data }) => {
      if (filename === undefined || filename === "") {
        await readPast(data);
        return undefined;
      }
      const fileName = plainName(filename);
      const isOne = files.length + refused.length < MOST_FILES;
      const taken = isOne ? await takeFile(data) : await readPast(data).then(() => TOO_MANY);
      if (typeof taken === "string") refused.push({ fileName, refusal: taken });
      else files.push({ ...taken, fileName });
      return undefined;
    });
  } catch (error) {
    await discardMedia(files);
    throw error;
  }
  return { files, refused };
}

const TOO_MANY = "tooMany" as const;

export async function discardMedia(files: readonly { readonly id: string }[]): Promise<void> {
  for (const { id } of files) await removeStoredFile(id);
}

async function takeFile(
  data: AsyncIterable<Uint8Array>,
): Promise<Omit<ReceivedMediaFile, "fileName"> | MediaRefusal> {
  const bytes = data[Symbol.asyncIterator]();
  const { head, isOver } = await readHead(bytes);
  if (head.length === 0) return "empty";
  const media = mediaKindOf(head.subarray(0, HEAD_BYTES));
  if (typeof media === "string") {
    if (!isOver) await readPast({ [Symbol.asyncIterator]: () => bytes });
    return media;
  }
  const id = newId();
  const counted = { isTooLarge: false };
  const body = upTo(MEDIA_BYTES[media.kind], head, isOver ? null : bytes, counted);
  try {
    const stored = await storeFile(id, body, MEDIA_BYTES[media.kind]);
    if (!counted.isTooLarge) return { id, media, ...stored };
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    await readPast(body);
    return "storeDown";
  }
  await removeStoredFile(id);
  return media.kind === "photo" ? "photoTooLarge" : "videoTooLarge";
}

/** As many bytes as tell what the file is; a chunk of the network may be shorter. */
async function readHead(bytes: AsyncIterator<Uint8Array>) {
  let head = new Uint8Array();
  while (head.length < HEAD_BYTES) {
    const next = await bytes.next();
    if (next.done === true) return { head, isOver: true };
    head = Buffer.concat([head, next.value]);
  }
  return { head, isOver: false };
}

/** Yields no more than `most` bytes, and reads what comes after them without keeping it. */
async function* upTo(
  most: number,
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array> | null,
  counted: { isTooLarge: boolean },
): AsyncGenerator<Uint8Array> {
  let size = head.length;
  counted.isTooLarge = size > most;
  if (!counted.isTooLarge) yield head;
  for (let next = await rest?.next(); next && next.done !== true; next = await rest?.next()) {
    size += next.value.length;
    counted.isTooLarge = size > most;
    if (!counted.isTooLarge) yield next.value;
  }
}

async function readPast(data: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of data) void chunk;
}
