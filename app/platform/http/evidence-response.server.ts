import { Readable } from "node:stream";
import { readStoredStream } from "~/platform/evidence-store.server";

/** Kinds a page may show inside itself; anything else is a download. */
const SHOWN = new Set(["image/jpeg", "image/png", "image/webp", "video/mp4", "video/webm"]);

/**
 * Streams a stored file to be shown in a page: never cached, never run as a page of its own, only to
 * this product's own pages. Ask permission and leave the trail before calling.
 * @throws when the kind is none that may be shown
 */
export function evidenceResponse(fileId: string, mimeType: string, size?: bigint): Response {
  if (!SHOWN.has(mimeType)) throw new Error("not a kind that is shown");
  const body = Readable.toWeb(readStoredStream(fileId)) as ReadableStream<Uint8Array>;
  return new Response(body, {
    headers: {
      "Content-Type": mimeType,
      ...(size === undefined ? {} : { "Content-Length": String(size) }),
      "Content-Disposition": "inline",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}
