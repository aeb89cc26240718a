import { readStoredStream } from "~/platform/evidence-store.server";
import { pictureKind } from "./picture-kind.server";

/**
 * What kind of picture a stored file is, by its first bytes; null when it is none. Throws when the
 * file is not there or was tampered with.
 */
export async function storedPictureType(
  fileId: string,
): Promise<"image/jpeg" | "image/png" | null> {
  const stream = readStoredStream(fileId);
  try {
    for await (const chunk of stream) {
      const kind = pictureKind(chunk as Buffer);
      return kind === "jpeg" ? "image/jpeg" : kind === "png" ? "image/png" : null;
    }
    return null;
  } finally {
    stream.destroy();
  }
}
