import { createHash, randomBytes } from "node:crypto";

/** Nobody at the desk for this long ends a session (GB/T 22239 8.1.4.1; ASVS V7.3.1). */
export const IDLE_LIMIT_MS = 30 * 60_000;
/** However busy, a session ends after one working day (ASVS V7.3.2). */
export const ABSOLUTE_LIMIT_MS = 12 * 60 * 60_000;
/** `last_seen_at` is written at most this often. */
export const TOUCH_EVERY_MS = 60_000;

const ID_BYTES = 32;

/** A new session id for the cookie: 256 random bits, base64url. */
export function newSessionId(): string {
  return randomBytes(ID_BYTES).toString("base64url");
}

/** What the database keeps of a session id (SHA-256): a stolen table opens no session. */
export function hashSessionId(id: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(id).digest());
}

/** The times of a session row that decide whether it lives. */
export interface SessionTimes {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
}

/** Whether the session may act at the instant; at the limit itself it is over. */
export function isSessionAlive(session: SessionTimes, now: Date): boolean {
  if (session.endedAt !== null || now >= session.expiresAt) return false;
  return now.getTime() - session.lastSeenAt.getTime() < IDLE_LIMIT_MS;
}
