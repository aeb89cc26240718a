import { readStoredStream } from "~/platform/evidence-store.server";
import { pictureKind } from "~/platform/image/picture-kind.server";

const MEDIA_TYPES = { jpeg: "image/jpeg", png: "image/png", pdf: "application/pdf" } as const;
const HEAD_BYTES = 1024;

/** What a stored file is by its first bytes: a JPEG, a PNG or a PDF; null for anything else. */
export async function mediaTypeOf(fileId: string): Promise<string | null> {
  const stream = readStoredStream(fileId);
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size >= HEAD_BYTES) break;
  }
  const kind = pictureKind(Buffer.concat(parts));
  return kind === null ? null : MEDIA_TYPES[kind];
}
