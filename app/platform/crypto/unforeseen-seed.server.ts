import { createHmac } from "node:crypto";
import type { KeyRing } from "~/platform/crypto/key-ring.server";

/**
 * 32 hexadecimal digits for a named draw: the same name gives the same seed, so nobody draws again
 * until he likes the sample, and nobody without the installation's key can tell it beforehand.
 * `purpose` keeps these apart from the blind index that shares the key (ID numbers begin with digits).
 */
export function unforeseenSeed(ring: KeyRing, purpose: string, name: string): string {
  const mac = createHmac("sha256", ring.indexKey("idCard"));
  return mac.update(`seed:${purpose}:${name}`, "utf8").digest("hex").slice(0, 32);
}
