import { readStoredStream } from "~/platform/evidence-store.server";
import { pictureKind } from "~/platform/image/picture-kind.server";

const MEDIA_TYPES = { jpeg: "image/jpeg", png: "image/png", pdf: "application/pdf" } as const;
const HEAD_BYTES = 1024;

/** What a proof may be: a photograph or a scan. */
export type ProofMediaType = (typeof MEDIA_TYPES)[keyof typeof MEDIA_TYPES];

/** What the first bytes of a stored file say it is; its name is not asked. Null for anything else. */
export async function mediaTypeOf(fileId: string): Promise<ProofMediaType | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of readStoredStream(fileId) as AsyncIterable<Buffer>) {
    parts.push(part);
    size += part.length;
    if (size >= HEAD_BYTES) break;
  }
  const kind = pictureKind(Buffer.concat(parts));
  return kind === null ? null : MEDIA_TYPES[kind];
}
