import * as zlib from "node:zlib";

/** Node has its own since 20.15; we promise to run from 20.11. */
const native: typeof zlib.crc32 | undefined = zlib.crc32;

let table: Uint32Array | null = null;

/** CRC-32 as zip uses it; pass the former value to go on with the next chunk. */
export function crc32(chunk: Buffer, previous: number): number {
  return native === undefined ? slowCrc32(chunk, previous) : native(chunk, previous);
}

/** The same by table, for Node before 20.15. */
export function slowCrc32(chunk: Buffer, previous: number): number {
  table ??= crcTable();
  let crc = ~previous;
  for (const byte of chunk) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function crcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
}
