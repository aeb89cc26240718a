import { createHash, randomBytes } from "node:crypto";
import { IDLE_LIMIT_MS } from "~/domain/access/session-limits";

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
