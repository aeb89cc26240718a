import { Readable, pipeline } from "node:stream";
import { createDeflateRaw } from "node:zlib";
import { crc32 } from "~/platform/workbook/crc32.server";

/** One part of the container; its text is taken chunk by chunk. */
export interface ZipPart {
  readonly name: string;
  readonly chunks: AsyncIterable<string> | Iterable<string>;
}

interface Measure {
  crc: number;
  size: number;
}

interface Written extends Measure {
  readonly name: Buffer;
  readonly offset: number;
  readonly packed: number;
}

const CHUNK_BYTES = 64 * 1024;
/** Level 3 takes half the time of the default and gives files a tenth larger. */
const LEVEL = 3;
const LARGEST = 0xffffffff;
/** Bit 3: sizes follow the data, for they are not known before; bit 11: names are UTF-8. */
const FLAGS = 0x0808;
/** 1 January 1980, so that the same content always makes the same bytes. */
const DOS_DATE = 0x0021;

/** Writes a zip as it goes (APPNOTE 4.3), with a data descriptor behind each part. */
export async function* writeZip(parts: Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const measure: Measure = { crc: 0, size: 0 };
    const header = localHeader(name);
    let packed = 0;
    yield header;
    for await (const chunk of deflated(part, measure)) {
      packed += chunk.length;
      yield chunk;
    }
    yield descriptor(measure, packed);
    written.push({ name, offset, packed, ...measure });
    offset += header.length + packed + 16;
    if (offset > LARGEST || measure.size > LARGEST) throw new RangeError("workbook beyond 4 GB");
  }
  yield directory(written, offset);
}

async function* deflated(part: ZipPart, measure: Measure): AsyncGenerator<Buffer> {
  const deflate = createDeflateRaw({ level: LEVEL, chunkSize: CHUNK_BYTES });
  const source = Readable.from(measured(part, measure), { objectMode: true, highWaterMark: 2 });
  // A failing source destroys `deflate`, and the loop below throws its error.
  pipeline(source, deflate, () => undefined);
  const chunks: AsyncIterable<Buffer> = deflate;
  yield* chunks;
}

async function* measured(part: ZipPart, measure: Measure): AsyncGenerator<Buffer> {
  for await (const text of part.chunks) {
    const chunk = Buffer.from(text);
    measure.crc = crc32(chunk, measure.crc);
    measure.size += chunk.length;
    yield chunk;
  }
}

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function descriptor({ crc, size }: Measure, packed: number): Buffer {
  const record = Buffer.alloc(16);
  record.writeUInt32LE(0x08074b50, 0);
  record.writeUInt32LE(crc, 4);
  record.writeUInt32LE(packed, 8);
  record.writeUInt32LE(size, 12);
  return record;
}

function directory(written: readonly Written[], offset: number): Buffer {
  const headers = written.map(directoryHeader);
  const size = headers.reduce((sum, header) => sum + header.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...headers, end]);
}

function directoryHeader({ name, offset, packed, crc, size }: Written): Buffer {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(FLAGS, 8);
  header.writeUInt16LE(8, 10);
  header.writeUInt16LE(DOS_DATE, 14);
  header.writeUInt32LE(crc, 16);
  header.writeUInt32LE(packed, 20);
  header.writeUInt32LE(size, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}
