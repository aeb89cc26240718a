import { createHash } from "node:crypto";
import { compare, getRounds, hash } from "bcryptjs";

export { passwordProblems } from "~/platform/password/password-problems.server";

/** bcrypt's cost in production: each step doubles the time. Tests inject 4. */
export const BCRYPT_COST = 12;

// Any well-formed hash: only the time it takes to fail counts.
const DUMMY_TAIL = "9iAbCdEfGhIjKlMnOpQrSuWq3yGm4T1o7n5uK0ZcVxLwEbRtHsYfu";

/** The bcrypt hash to store; 0.3 to 0.8 s of one core at the cost of production. */
export function hashPassword(password: string, cost: number = BCRYPT_COST): Promise<string> {
  return hash(digest(password), cost);
}

/**
 * Whether the password is the stored one. Hand in null when the account is unknown: the same work is
 * done before it answers false, so the time taken does not tell which accounts exist.
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
  cost: number = BCRYPT_COST,
): Promise<boolean> {
  const dummy = `$2b$${String(cost).padStart(2, "0")}$${DUMMY_TAIL}`;
  const isSame = await compare(digest(password), stored ?? dummy);
  return isSame && stored !== null;
}

/** Whether the stored hash is weaker than today's cost: hash the password anew at this sign-in. */
export function needsRehash(stored: string, cost: number = BCRYPT_COST): boolean {
  return getRounds(stored) < cost;
}

/** bcrypt reads 72 bytes, 24 Chinese characters; the digest lets every character count. */
function digest(password: string): string {
  return createHash("sha256").update(password.normalize("NFC"), "utf8").digest("base64");
}
