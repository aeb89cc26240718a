import type { CipherSuite } from "~/platform/crypto/cipher-suite.server";
import { DecryptionFailed, SUITES } from "~/platform/crypto/cipher-suite.server";
import type { KeyRing, RingKey } from "~/platform/crypto/key-ring.server";

// Sealed fields and files begin alike: kind of envelope and version (1), suite (1), key number (2, big-endian).

export const HEADER_BYTES = 4;
export type EnvelopeKind = 1 | 2;
export const FIELD_ENVELOPE: EnvelopeKind = 1;
export const FILE_ENVELOPE: EnvelopeKind = 2;

export function writeHeader(kind: EnvelopeKind, key: RingKey): Buffer {
  const header = Buffer.from([kind, SUITES[key.profile].code, 0, 0]);
  header.writeUInt16BE(key.number, 2);
  return header;
}

/** The key and suite that sealed the bytes; throws DecryptionFailed when they are not ours to open. */
export function readHeader(
  ring: KeyRing,
  kind: EnvelopeKind,
  sealed: Buffer,
): { key: RingKey; suite: CipherSuite } {
  if (sealed.length < HEADER_BYTES || sealed[0] !== kind) throw new DecryptionFailed();
  const number = sealed.readUInt16BE(2);
  if (!ring.has(number)) throw new DecryptionFailed();
  const key = ring.key(number);
  const suite = SUITES[key.profile];
  if (sealed[1] !== suite.code) throw new DecryptionFailed();
  return { key, suite };
}
