import { pipeline, Transform, type Readable } from "node:stream";
import type { RequestHandler } from "express";

/**
 * PostgreSQL takes no NUL character in a text, and no keyboard types one: an address with one is refused (400)
 * before any page reads it.
 */
export const refuseNulInAddress: RequestHandler = (request, response, next) => {
  if (!request.originalUrl.includes("%00")) {
    next();
    return;
  }
  response.status(400).type("text/plain; charset=utf-8");
  response.send("请求的地址里有不能识别的字符，已拒绝。请从菜单重新进入。");
};

/**
 * The same form with a blank for each NUL character, so that what was pasted with one is still taken. A form with
 * files is left as it is: there a NUL is an ordinary byte, and `decodeText` reads its texts.
 */
export function withoutNul(body: Readable, contentType: string, hasFiles: boolean): Readable {
  const type = contentType.toLowerCase();
  if (type.startsWith("application/x-www-form-urlencoded")) return through(body, blankEscapes());
  if (type.startsWith("multipart/") && !hasFiles) return through(body, blankBytes());
  return body;
}

/** The text of one part of a form with files (UTF-8), a blank for each NUL character. */
export function decodeText(chunks: readonly Uint8Array[]): string {
  return Buffer.concat(chunks).toString("utf8").replaceAll("\0", " ");
}

function through(body: Readable, change: Transform): Readable {
  // Who leaves in the middle ends both; the reader of the form is told by the stream itself.
  return pipeline(body, change, () => undefined);
}

function blankEscapes(): Transform {
  let kept = "";
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = (kept + chunk.toString("latin1")).replaceAll("%00", "%20");
      // An escape may lie across two chunks.
      kept = /%0?$/.exec(text)?.[0] ?? "";
      done(null, Buffer.from(text.slice(0, text.length - kept.length), "latin1"));
    },
    flush: (done) => done(null, Buffer.from(kept, "latin1")),
  });
}

function blankBytes(): Transform {
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) =>
      done(null, Buffer.from(chunk.map((byte) => (byte === 0 ? 0x20 : byte)))),
  });
}
