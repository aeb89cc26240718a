/**
 * How long a sign-in must wait, from the failures before it. Guessing gets slow; nobody is locked out
 * for good, and failures elsewhere never stop a colleague at a desk he has used before.
 * Instants are milliseconds since 1970; waits are milliseconds, 0 for none.
 */

const MINUTE = 60_000;
const WINDOW = 10 * MINUTE;
/** Failures of one account from one address within the window that go unpunished but for the last. */
const PAIR_LIMIT = 5;
const LONGEST_WAIT = 10 * MINUTE;
/** Failures from one address within the window, over all accounts. */
const ADDRESS_LIMIT = 50;
/** Failures of one account within the window from other addresses: a guess that comes from everywhere. */
const SPREAD_LIMIT = 20;
const SPREAD_WAIT = MINUTE;

export interface FailuresBefore {
  /** Of this account from this address, oldest first. */
  readonly ofPair: readonly number[];
  /** From this address on any account, oldest first. */
  readonly ofAddress: readonly number[];
  /** Of this account from other addresses, oldest first. */
  readonly elsewhere: readonly number[];
  /** The account has signed in from this address lately. */
  readonly isKnownAddress: boolean;
}

/** How far back failures count. */
export const FAILURES_COUNT_FOR_MS = 24 * 60 * MINUTE;

/** The longest of the three waits. */
export function signInWait(before: FailuresBefore, now: number): number {
  return Math.max(
    pairWait(before.ofPair, now),
    addressWait(before.ofAddress, now),
    before.isKnownAddress ? 0 : spreadWait(before.elsewhere, now),
  );
}

/** The fifth failure costs a minute, each further one doubles it up to ten, until ten quiet minutes. */
function pairWait(failures: readonly number[], now: number): number {
  let step = 0;
  let freeAt = -Infinity;
  for (const [index, at] of failures.entries()) {
    const isFollowing = step > 0 && at - freeAt <= WINDOW;
    if (isFollowing) step += 1;
    else step = isCrowded(failures, index) ? 1 : 0;
    if (step > 0) freeAt = at + Math.min(MINUTE * 2 ** (step - 1), LONGEST_WAIT);
  }
  return Math.max(0, freeAt - now);
}

/** Whether this failure is the fifth (or later) within ten minutes. */
function isCrowded(failures: readonly number[], index: number): boolean {
  const [at, earlier] = [failures[index], failures[index - PAIR_LIMIT + 1]];
  return at !== undefined && earlier !== undefined && at - earlier < WINDOW;
}

/** Until fewer than fifty lie within the window. */
function addressWait(failures: readonly number[], now: number): number {
  const recent = failures.filter((at) => now - at < WINDOW);
  const blocking = recent[recent.length - ADDRESS_LIMIT];
  return blocking === undefined ? 0 : blocking + WINDOW - now;
}

/** One try a minute from addresses the account has never used. */
function spreadWait(failures: readonly number[], now: number): number {
  const recent = failures.filter((at) => now - at < WINDOW);
  const last = recent.at(-1);
  if (last === undefined || recent.length < SPREAD_LIMIT) return 0;
  return Math.max(0, last + SPREAD_WAIT - now);
}
