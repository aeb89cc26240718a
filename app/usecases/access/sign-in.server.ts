import { signInRefused, signInStarted } from "~/domain/access/sign-in-trail";
import { signInWait } from "~/domain/access/sign-in-throttle";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import * as sessions from "~/data/access/session-store.server";
import * as failures from "~/data/access/sign-in-failure-store.server";
import * as users from "~/data/access/credentials-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import { BCRYPT_COST, hashPassword, needsRehash, verifyPassword } from "~/platform/password.server";
import type { Tx } from "~/platform/prisma/client.server";
import { asIdentity } from "~/platform/prisma/transaction.server";
import { hashSessionId } from "~/platform/session.server";

type Credentials = users.Credentials;

export interface SignInAttempt {
  readonly account: string;
  readonly password: string;
  readonly ip: string;
  readonly userAgent: string;
  /** The session id the browser came with, if any: it dies, so that nobody can plant one. */
  readonly formerSessionId: string | null;
}

/** One answer for an unknown account, a wrong password and a disabled user. */
export type SignInRefusal = { kind: "wrong" } | { kind: "tooMany"; minutes: number };

const DAY_MS = 24 * 60 * 60_000;
const KNOWN_ADDRESS_MS = 30 * DAY_MS;
/** A first password that nobody used is a key under the mat. */
export const FIRST_PASSWORD_LIFE_DAYS = 7;

/** The account name as it is stored: people write it with capitals and spaces. */
export function normaliseAccount(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase().slice(0, 64);
}

/** Signs in; the value is the new session's id for the cookie and whose it is. `cost` is bcrypt's. */
export async function signIn(
  attempt: SignInAttempt,
  now: Date,
  cost: number = BCRYPT_COST,
): Promise<Outcome<{ sessionId: string; userId: string }, SignInRefusal>> {
  const account = normaliseAccount(attempt.account);
  const begun = await asIdentity((tx) => begin(tx, account, attempt.ip, now));
  if ("wait" in begun) return refused({ kind: "tooMany", minutes: Math.ceil(begun.wait / 60_000) });
  const { user } = begun;
  const isRight = await verifyPassword(attempt.password, user?.passwordHash ?? null, cost);
  const isWeak = user !== null && isRight && needsRehash(user.passwordHash, cost);
  const rehashed = isWeak ? await hashPassword(attempt.password, cost) : null;
  return asIdentity(async (tx) => {
    if (user === null || !isRight || !mayEnter(user, now)) {
      await leaveTrail(tx, signInRefused(user, isRight, attempt.ip, now));
      return refused({ kind: "wrong" });
    }
    await failures.forgiveFailures(tx, account, attempt.ip);
    if (rehashed !== null) await users.replaceHash(tx, user.id, user.passwordHash, rehashed);
    return done({ sessionId: await open(tx, user, attempt, now), userId: user.id });
  });
}

/** Counts the try as failed before it is judged: tries that come at once see each other. */
async function begin(
  tx: Tx,
  account: string,
  ip: string,
  now: Date,
): Promise<{ wait: number } | { user: Credentials | null }> {
  await failures.lockSignIn(tx, account, ip);
  const user = await users.findCredentials(tx, { account });
  const since = new Date(now.getTime() - KNOWN_ADDRESS_MS);
  const isKnownAddress = user !== null && (await sessions.hasSignedInFrom(tx, user.id, ip, since));
  const before = await failures.findFailures(tx, account, ip, now);
  const wait = signInWait({ ...before, isKnownAddress }, now.getTime());
  if (wait > 0) return { wait };
  await failures.saveFailure(tx, account, ip, now);
  return { user };
}

function mayEnter(user: Credentials, now: Date): boolean {
  if (user.disabledAt !== null) return false;
  const age = now.getTime() - user.passwordChangedAt.getTime();
  return !user.mustChangePassword || age < FIRST_PASSWORD_LIFE_DAYS * DAY_MS;
}

async function open(tx: Tx, user: Credentials, attempt: SignInAttempt, now: Date): Promise<string> {
  const { ip, userAgent, formerSessionId } = attempt;
  if (formerSessionId !== null) {
    await sessions.endSession(tx, null, hashSessionId(formerSessionId), now);
  }
  const sessionId = await sessions.beginSession(tx, { userId: user.id, ip, userAgent, at: now });
  await users.noteSignIn(tx, user.id, now);
  await leaveTrail(tx, signInStarted(user, ip, now));
  return sessionId;
}
