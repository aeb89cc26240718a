import { pooledRandomBytes } from "~/platform/crypto/random-pool.server";

/**
 * A version 7 UUID (RFC 9562): 48 bits of milliseconds, then randomness. Rows made one after the
 * other lie side by side in the index.
 */
export function newId(now: number = Date.now()): string {
  const bytes = pooledRandomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [8, 12, 16, 20, 32]
    .map((end, part, ends) => hex.slice(part === 0 ? 0 : ends[part - 1], end))
    .join("-");
}
