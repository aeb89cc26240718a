import { filmTime } from "~/domain/evidence/media-time";

export interface FilmReading {
  readonly durationMs: number | null;
  readonly capturedAt: Date | null;
}

const MOST_BOXES = 2_000;
/** A movie header is 108 or 120 bytes with its own head. */
const MOVIE_HEADER_BYTES = 120;

/**
 * Reads duration and creation time from the movie header of an MP4 (`moov` › `mvhd`, ISO/IEC 14496-12
 * 8.2.2) as the bytes flow by, holding no more than one header. Null when there is none: the film was
 * cut off before its end, or is none. A lying length only makes the search end.
 */
export async function readFilm(bytes: AsyncIterable<Buffer>): Promise<FilmReading | null> {
  let held = Buffer.alloc(0);
  let skip = 0;
  let boxes = 0;
  for await (const chunk of bytes) {
    const skipped = Math.min(skip, chunk.length);
    skip -= skipped;
    held = Buffer.concat([held, chunk.subarray(skipped)]);
    while (skip === 0 && held.length >= 16) {
      const { type, size, head } = boxAt(held);
      if (type === "mvhd") {
        if (held.length < Math.min(size, MOVIE_HEADER_BYTES)) break;
        return movieHeader(held.subarray(head));
      }
      // The header lies inside moov: that one is entered, any other box is stepped over.
      const step = type === "moov" ? head : size;
      boxes += 1;
      if (step < head || boxes > MOST_BOXES) return null;
      skip = Math.max(0, step - held.length);
      held = held.subarray(Math.min(step, held.length));
    }
  }
  return null;
}

/** Length 1 means that the true one follows in eight bytes; 0, up to the end of the file, finds nothing after it. */
function boxAt(bytes: Buffer) {
  const short = bytes.readUInt32BE(0);
  const type = bytes.toString("latin1", 4, 8);
  if (short === 1) return { type, size: Number(bytes.readBigUInt64BE(8)), head: 16 };
  return { type, size: short, head: 8 };
}

/** Version 1 has longer times than version 0. */
function movieHeader(body: Buffer): FilmReading | null {
  const isLong = body[0] === 1;
  if (body.length < (isLong ? 32 : 20)) return null;
  const created = isLong ? Number(body.readBigUInt64BE(4)) : body.readUInt32BE(4);
  const timescale = body.readUInt32BE(isLong ? 20 : 12);
  const duration = isLong ? Number(body.readBigUInt64BE(24)) : body.readUInt32BE(16);
  const durationMs = timescale === 0 ? null : Math.round((duration * 1000) / timescale);
  const isKnown = durationMs !== null && durationMs > 0 && durationMs < 24 * 3_600_000;
  return { durationMs: isKnown ? durationMs : null, capturedAt: filmTime(created) };
}
