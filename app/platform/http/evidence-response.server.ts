import { Readable } from "node:stream";
import { readStoredStream } from "~/platform/evidence-store.server";

/** Kinds a page may show inside itself; anything else is a download. */
const SHOWN = new Set(["image/jpeg", "image/png", "image/webp", "video/mp4", "video/webm"]);

/**
 * Streams a stored file to be shown in a page: never cached, never run as a page of its own, only to
 * this product's own pages. Ask permission and leave the trail before calling. A video's player asks
 * for parts (`range`, the request's header): where its index lies at the end, it cannot play otherwise.
 * @throws when the kind is none that may be shown
 */
export function evidenceResponse(
  fileId: string,
  mimeType: string,
  size?: bigint,
  range?: string | null,
): Response {
  if (!SHOWN.has(mimeType)) throw new Error("not a kind that is shown");
  const part = size === undefined ? null : partOf(range ?? null, Number(size));
  const bytes = readStoredStream(fileId);
  const source = part === null ? bytes : Readable.from(cut(bytes, part), { objectMode: false });
  const body = Readable.toWeb(source) as ReadableStream<Uint8Array>;
  const length = part === null ? size : BigInt(part.to - part.from + 1);
  return new Response(body, {
    status: part === null ? 200 : 206,
    headers: {
      "Content-Type": mimeType,
      ...(length === undefined ? {} : { "Content-Length": String(length) }),
      ...(part === null ? {} : { "Content-Range": `bytes ${part.from}-${part.to}/${size}` }),
      ...(range === undefined ? {} : { "Accept-Ranges": "bytes" }),
      "Content-Disposition": "inline",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    },
  });
}

/** First and last byte, from 0, both inclusive. */
interface Part {
  readonly from: number;
  readonly to: number;
}

/** One range of bytes (RFC 9110 14.2); null for none, several, or one outside the file: then all is sent. */
function partOf(range: string | null, size: number): Part | null {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(range ?? "") ?? [];
  if (first === "" && last === "") return null;
  const from = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  return from > to ? null : { from, to };
}

/** The sealed file is opened from its beginning: what lies before the part is read and dropped. */
async function* cut(bytes: Readable, { from, to }: Part): AsyncGenerator<Buffer> {
  let at = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    const piece = chunk.subarray(Math.max(0, from - at), Math.max(0, to + 1 - at));
    at += chunk.length;
    if (piece.length > 0) yield piece;
    if (at > to) return;
  }
}
