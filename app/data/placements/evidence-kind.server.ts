import { readStoredStream } from "~/platform/evidence-store.server";
import { pictureKind } from "~/platform/image/picture-kind.server";
import type { EvidenceMediaType } from "./evidence-store.server";

/** What the first bytes of a received file say it is; its name is not asked. Null for anything else. */
export async function evidenceKind(fileId: string): Promise<EvidenceMediaType | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of readStoredStream(fileId)) {
    const bytes = part as Buffer;
    parts.push(bytes);
    size += bytes.length;
    if (size >= 1024) break;
  }
  const kind = pictureKind(Buffer.concat(parts));
  if (kind === null) return null;
  return kind === "pdf" ? "application/pdf" : `image/${kind}`;
}
