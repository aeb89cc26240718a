import { Transform } from "node:stream";

/**
 * Lets everything through but bytes of zero. React 18 leaves one or two of them where a character of several bytes
 * does not fit into the rest of its buffer of 2 KB (react/react#31134); in a field they come back as part of what a
 * person typed. UTF-8 has them in no other character.
 */
export function withoutNulBytes(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
