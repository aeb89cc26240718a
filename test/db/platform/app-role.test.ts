import { readFileSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeServerDir } from "#test/support/server-dir";
import { prepareAppRole, readOrMakeAppPassword } from "~/platform/database/app-role.server";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "~/platform/database/embedded-postgres.server";

// Roles belong to a whole server: on the shared one these tests would lock the others out.
let server: EmbeddedPostgres;

beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataDir: makeServerDir(), throwaway: true });
});

afterAll(() => server.stop());

beforeEach(() => ask(server.ownerUrl, "DROP ROLE IF EXISTS labour_app"));

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const POWERS = `SELECT rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole
                  FROM pg_roles WHERE rolname = current_user`;
const POWERLESS = {
  rolname: "labour_app",
  rolsuper: false,
  rolbypassrls: false,
  rolcreatedb: false,
  rolcreaterole: false,
};

describe("the application's role", () => {
  test("is made where it is missing, and can log in", async () => {
    const appUrl = await prepareAppRole(server.ownerUrl, "first-password");
    expect(await ask(appUrl, POWERS)).toEqual([POWERLESS]);
  });

  test("that the migration made without login gets one, and a new password replaces the old", async () => {
    await ask(server.ownerUrl, "CREATE ROLE labour_app NOLOGIN");
    const old = await prepareAppRole(server.ownerUrl, "first-password");
    const changed = await prepareAppRole(server.ownerUrl, "second/p@ssword");
    expect(await ask(changed, POWERS)).toEqual([POWERLESS]);
    await expect(ask(old, "SELECT 1")).rejects.toThrow(/password authentication failed/);
  });

  test("loses the power to bypass row-level security, even when the password is right", async () => {
    const appUrl = await prepareAppRole(server.ownerUrl, "first-password");
    await ask(server.ownerUrl, "ALTER ROLE labour_app SUPERUSER BYPASSRLS CREATEDB CREATEROLE");
    await prepareAppRole(server.ownerUrl, "first-password");
    expect(await ask(appUrl, POWERS)).toEqual([POWERLESS]);
  });

  test("is made once by many starts at the same time", async () => {
    const starts = Array.from({ length: 6 }, () =>
      prepareAppRole(server.ownerUrl, "first-password"),
    );
    const [appUrl] = await Promise.all(starts);
    expect(await ask(appUrl ?? "", POWERS)).toEqual([POWERLESS]);
  });

  test("can be prepared by an owner who is no superuser", async () => {
    await ask(
      server.ownerUrl,
      "CREATE ROLE bureau_owner LOGIN CREATEROLE PASSWORD 'owner-password'",
    );
    const owner = new URL(server.ownerUrl);
    owner.username = "bureau_owner";
    owner.password = "owner-password";
    await prepareAppRole(owner.href, "first-password");
    const appUrl = await prepareAppRole(owner.href, "second-password");
    expect(await ask(appUrl, POWERS)).toEqual([POWERLESS]);
  });
});

test("the password of a data directory is made once and readable by its owner alone", () => {
  const dataDir = makeServerDir();
  const password = readOrMakeAppPassword(dataDir);
  expect(password).toHaveLength(32);
  expect(readOrMakeAppPassword(dataDir)).toBe(password);
  const file = path.join(dataDir, "app-role-password");
  expect(readFileSync(file, "utf8")).toBe(password);
  expect(statSync(file).mode & 0o077).toBe(0);
  rmSync(dataDir, { recursive: true });
});
