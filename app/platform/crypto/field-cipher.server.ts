import { DecryptionFailed, SUITES } from "~/platform/crypto/cipher-suite.server";
import {
  FIELD_ENVELOPE,
  HEADER_BYTES,
  readHeader,
  writeHeader,
} from "~/platform/crypto/envelope.server";
import type { KeyRing } from "~/platform/crypto/key-ring.server";
import { pooledRandomBytes } from "~/platform/crypto/random-pool.server";

/**
 * Seals a short text for a bytea column: header, random IV, cipher text, tag (32 bytes more than the
 * text with AES-GCM, 52 with SM4). `context` says what the value is (such as `person.idCardNumber`) and
 * must be the same to open it, so a sealed value copied into another column does not open.
 */
export function sealText(ring: KeyRing, plain: string, context: string): Buffer {
  const key = ring.currentKey();
  const suite = SUITES[key.profile];
  const header = writeHeader(FIELD_ENVELOPE, key);
  const iv = pooledRandomBytes(suite.ivBytes);
  const sealed = suite.seal(key.field, iv, bind(header, context), Buffer.from(plain, "utf8"));
  return Buffer.concat([header, iv, sealed]);
}

/**
 * The text that was sealed under this context.
 * @throws DecryptionFailed on another context, an unknown key, or any changed, missing or added byte
 */
export function openText(ring: KeyRing, sealed: Uint8Array, context: string): string {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const { key, suite } = readHeader(ring, FIELD_ENVELOPE, bytes);
  const start = HEADER_BYTES + suite.ivBytes;
  if (bytes.length < start + suite.tagBytes) throw new DecryptionFailed();
  const iv = bytes.subarray(HEADER_BYTES, start);
  const bound = bind(bytes.subarray(0, HEADER_BYTES), context);
  return suite.open(key.field, iv, bound, bytes.subarray(start)).toString("utf8");
}

function bind(header: Buffer, context: string): Buffer {
  return Buffer.concat([header, Buffer.from(context, "utf8")]);
}
