import { PRINT_CODE_ALPHABET, PRINT_CODE_LENGTH } from "~/domain/rosters/page-code";
import { pooledRandomBytes } from "~/platform/crypto/random-pool.server";

/** A new code for one printing of a roster: 50 random bits, and nothing that tells which roster. */
export function newPrintCode(): string {
  const bytes = pooledRandomBytes(PRINT_CODE_LENGTH);
  return Array.from(bytes, (byte) => PRINT_CODE_ALPHABET.charAt(byte & 31)).join("");
}
