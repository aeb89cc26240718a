import { randomInt } from "node:crypto";

/** No 0, 1, i, l or o: it is read from paper or over the telephone. */
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** A one-time first password such as `k7mw-p2xd-9hqa-t4ve`: 79 bits, and nobody's choice (ASVS V6.4.6). */
export function newFirstPassword(): string {
  const letter = () => LETTERS.charAt(randomInt(LETTERS.length));
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join("");
  return Array.from({ length: GROUPS }, group).join("-");
}
