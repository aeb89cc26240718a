import { createHash, randomBytes } from "node:crypto";
import { readEnv } from "~/platform/env.server";

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

/** The session id a request carries, or null when it has none of the right shape. */
export function readSessionCookie(
  request: Request,
  isHttps: boolean = servedOverHttps(),
): string | null {
  const wanted = `${cookieName(isHttps)}=`;
  for (const part of (request.headers.get("Cookie") ?? "").split(";")) {
    const cookie = part.trim();
    if (!cookie.startsWith(wanted)) continue;
    const id = cookie.slice(wanted.length);
    return /^[\w-]{43}$/.test(id) ? id : null;
  }
  return null;
}

/** The Set-Cookie header that hands a session id to the browser, for as long as the browser is open. */
export function sessionCookie(id: string, isHttps: boolean = servedOverHttps()): string {
  return `${cookieName(isHttps)}=${id}; ${attributes(isHttps)}`;
}

/** The Set-Cookie header that takes it away. */
export function clearedSessionCookie(isHttps: boolean = servedOverHttps()): string {
  return `${cookieName(isHttps)}=; ${attributes(isHttps)}; Max-Age=0`;
}

/** `__Host-` lets no other host and no plain-http page of this host plant a session id. */
function cookieName(isHttps: boolean): string {
  return isHttps ? "__Host-session" : "session";
}

function attributes(isHttps: boolean): string {
  return `Path=/; HttpOnly; SameSite=Lax${isHttps ? "; Secure" : ""}`;
}

function servedOverHttps(): boolean {
  return readEnv().PUBLIC_URL?.startsWith("https:") ?? false;
}
