import { createHmac } from "node:crypto";
import { SUITES } from "~/platform/crypto/cipher-suite.server";
import type { IndexPurpose, KeyRing } from "~/platform/crypto/key-ring.server";

// Keyed, because a plain digest of an ID number is guessed in a minute: one county and sixty birth
// years leave only 22 million numbers. Each kind of number has its own key, so equal digits of a
// phone and a card do not show as equal.

/** 32 bytes that find an ID number without showing it; `normalised` is 18 characters, X in upper case. */
export function idCardIndex(ring: KeyRing, normalised: string): Buffer {
  return index(ring, "idCard", normalised);
}

/** 32 bytes that find a phone number; `normalised` is digits only. */
export function phoneIndex(ring: KeyRing, normalised: string): Buffer {
  return index(ring, "phone", normalised);
}

/** 32 bytes that find a bank card; `normalised` is digits only. */
export function bankCardIndex(ring: KeyRing, normalised: string): Buffer {
  return index(ring, "bankCard", normalised);
}

function index(ring: KeyRing, purpose: IndexPurpose, normalised: string): Buffer {
  const { hash } = SUITES[ring.indexProfile];
  return createHmac(hash, ring.indexKey(purpose)).update(normalised, "utf8").digest();
}
