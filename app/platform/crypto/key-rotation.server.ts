import { randomBytes } from "node:crypto";
import type { Profile } from "~/platform/crypto/cipher-suite.server";
import { HEADER_BYTES } from "~/platform/crypto/envelope.server";
import { KeyRing } from "~/platform/crypto/key-ring.server";

// Rotation: addKey, save, restart every process, seal anew whatever needsRotation, then retireKey and
// save. The index secret stays, see KeyRing.

/** The ring with one more random key, which becomes the current one; the profile may change here. */
export function addKey(ring: KeyRing, profile: Profile = ring.currentKey().profile): KeyRing {
  const document = ring.toDocument();
  const numbers = Object.keys(document.keys).map((id) => Number(id.slice(1)));
  const id = `k${Math.max(...numbers) + 1}`;
  const secret = randomBytes(32).toString("base64");
  return new KeyRing({
    ...document,
    current: id,
    keys: { ...document.keys, [id]: { profile, secret } },
  });
}

/** The ring without a key that seals nothing any more; throws RangeError for the current or an unknown key. */
export function retireKey(ring: KeyRing, id: string): KeyRing {
  const document = ring.toDocument();
  if (id === document.current) throw new RangeError("the current key cannot be retired");
  if (document.keys[id] === undefined) throw new RangeError(`the key ring has no key ${id}`);
  const kept = Object.entries(document.keys).filter(([other]) => other !== id);
  return new KeyRing({ ...document, keys: Object.fromEntries(kept) });
}

/** Whether a sealed field or file (its first four bytes are enough) was sealed with another than the current key. */
export function needsRotation(sealed: Uint8Array, ring: KeyRing): boolean {
  if (sealed.length < HEADER_BYTES) return true;
  const number = ((sealed[2] ?? 0) << 8) | (sealed[3] ?? 0);
  return `k${number}` !== ring.current;
}
