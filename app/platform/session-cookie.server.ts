import { readEnv } from "~/platform/env.server";

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
