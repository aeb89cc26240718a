import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll } from "vitest";
import { buildOrganisation, buildUser, type UserToBuild } from "#test/builders/access";
import { createTestDatabase, type TestDatabase } from "#test/support/test-database";
import { createKeyRing } from "~/platform/crypto/key-ring.server";
import { closePlatform, openPlatform, platform } from "~/platform/platform.server";
import { asIdentity } from "~/platform/prisma/transaction.server";
import { sessionCookie } from "~/platform/session-cookie.server";
import { signIn } from "~/usecases/access/sign-in.server";

export const PASSWORD = "correct horse battery staple";

/** bcrypt's least cost: quick and weak. */
export const QUICK = 4;

/** By the platform that is open: several files share one worker. */
const organisations = new WeakMap<object, Map<string, Promise<string>>>();

/** A database of the test file's own with the platform open on it. */
export function openTestPlatform(): { database: () => TestDatabase } {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
    const filesDir = mkdtempSync(path.join(tmpdir(), "labour-files-"));
    openPlatform({ appUrl: database.appUrl, keyRing: createKeyRing("intl"), filesDir });
  });
  afterAll(async () => {
    await closePlatform();
    await database.close();
  });
  return { database: () => database };
}

/** The organisation of a region, made once. */
export function organisationIn(regionCode: string): Promise<string> {
  const here = organisations.get(platform()) ?? new Map<string, Promise<string>>();
  organisations.set(platform(), here);
  const known = here.get(regionCode);
  if (known !== undefined) return known;
  const made = asIdentity((tx) => buildOrganisation(tx, { name: `单位${regionCode}`, regionCode }));
  here.set(regionCode, made);
  return made;
}

/** A user of an organisation of the region, with the quick password hash of tests. */
export async function userIn(
  regionCode: string,
  account: string,
  more: Partial<UserToBuild> = {},
): Promise<string> {
  const organisationId = await organisationIn(regionCode);
  const standard = { account, name: `人员${account}`, organisationId, password: PASSWORD };
  return asIdentity((tx) => buildUser(tx, { ...standard, cost: QUICK, roles: [], ...more }));
}

/** Signs in from an address and answers the session's id; throws when refused. */
export async function signedIn(account: string, now: Date, ip = "10.0.0.1"): Promise<string> {
  const outcome = await signIn(
    { account, password: PASSWORD, ip, userAgent: "test", formerSessionId: null },
    now,
    QUICK,
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value.sessionId;
}

/** A request as the browser of that session makes it. */
export function requestWith(sessionId: string | null, url = "/rosters", init: RequestInit = {}) {
  const headers = new Headers(init.headers);
  if (sessionId !== null) {
    headers.set("Cookie", sessionCookie(sessionId, false).split(";")[0] ?? "");
  }
  return new Request(new URL(url, "http://127.0.0.1:3000"), { ...init, headers });
}

export function minutesLater(from: Date, minutes: number): Date {
  return new Date(from.getTime() + minutes * 60_000);
}
