import { expect, test } from "vitest";
import {
  clearedSessionCookie,
  readSessionCookie,
  sessionCookie,
} from "~/platform/session-cookie.server";
import { newSessionId } from "~/platform/session.server";

const carrying = (cookie: string) =>
  new Request("http://127.0.0.1/", { headers: { Cookie: cookie } });

test("over https the cookie is bound to this host, hidden from scripts and never sent in the clear", () => {
  const id = newSessionId();
  expect(sessionCookie(id, true)).toBe(
    `__Host-session=${id}; Path=/; HttpOnly; SameSite=Lax; Secure`,
  );
});

test("over plain http it does without what browsers would refuse there", () => {
  const id = newSessionId();
  expect(sessionCookie(id, false)).toBe(`session=${id}; Path=/; HttpOnly; SameSite=Lax`);
  expect(clearedSessionCookie(false)).toContain("Max-Age=0");
});

test("an id carries 256 random bits", () => {
  const ids = new Set(Array.from({ length: 1000 }, newSessionId));
  expect(ids.size).toBe(1000);
  for (const id of ids) expect(Buffer.from(id, "base64url")).toHaveLength(32);
});

test("the id is read among other cookies, and only in its own shape and under its own name", () => {
  const id = newSessionId();
  expect(readSessionCookie(carrying(`a=1; session=${id}; b=2`), false)).toBe(id);
  expect(readSessionCookie(carrying(`__Host-session=${id}`), true)).toBe(id);
  expect(readSessionCookie(carrying(`session=${id}`), true)).toBeNull();
  expect(readSessionCookie(carrying("session=' OR 1=1"), false)).toBeNull();
  expect(readSessionCookie(new Request("http://127.0.0.1/"), false)).toBeNull();
});
