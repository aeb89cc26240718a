import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#test/support/test-database";
import { applyMigrations } from "~/platform/database/apply-migrations.server";

let database: TestDatabase;
let dir: string;

beforeEach(async () => {
  database = await createTestDatabase();
  // The template brings the product's own history; these tests write one of their own.
  await ask("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  dir = mkdtempSync(path.join(tmpdir(), "labour-migrations-"));
});

afterEach(async () => {
  rmSync(dir, { recursive: true });
  await database.close();
});

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

function write(name: string, sql: string): void {
  mkdirSync(path.join(dir, name), { recursive: true });
  writeFileSync(path.join(dir, name, "migration.sql"), sql);
}

const apply = () => applyMigrations(database.ownerUrl, dir);

test("migrations are applied once, in the order of their names, function bodies whole", async () => {
  write("2_second", "INSERT INTO t VALUES (twice(4));");
  write(
    "1_first",
    `CREATE TABLE t (n int);
     CREATE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN n; END; $$;
     CREATE OR REPLACE FUNCTION twice(n int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 2 * n; END; $$;`,
  );
  expect(await apply()).toEqual({ applied: ["1_first", "2_second"] });
  expect(await apply()).toEqual({ applied: [] });
  expect(await ask("SELECT n FROM t")).toEqual([{ n: 8 }]);
});

test("migrations are recorded as Prisma records them", async () => {
  write("1_first", "CREATE TABLE t (n int);");
  await apply();
  const [row] = await ask("SELECT * FROM _prisma_migrations");
  expect(row).toMatchObject({
    checksum: createHash("sha256")
      .update(readFileSync(path.join(dir, "1_first", "migration.sql")))
      .digest("hex"),
    migration_name: "1_first",
    rolled_back_at: null,
    applied_steps_count: 1,
    finished_at: expect.any(Date),
  });
  expect(row?.id).toMatch(/^[0-9a-f-]{36}$/);
});

test("two starts at once apply each migration once", async () => {
  write("1_first", "CREATE TABLE t (n int); SELECT pg_sleep(0.2);");
  const both = await Promise.all([apply(), apply()]);
  expect(both.flatMap(({ applied }) => applied)).toEqual(["1_first"]);
});

test("a migration that fails leaves nothing of itself, and what came before it stays", async () => {
  write("1_first", "CREATE TABLE t (n int);");
  write("2_broken", "CREATE TABLE half (n int); SELECT 1/0;");
  await expect(apply()).rejects.toThrow(/2_broken/);
  expect(
    await ask("SELECT to_regclass('t')::text AS t, to_regclass('half')::text AS half"),
  ).toEqual([{ t: "t", half: null }]);
  write("2_broken", "CREATE TABLE half (n int);");
  expect(await apply()).toEqual({ applied: ["2_broken"] });
});

test("the runner refuses to go on when a file was changed after it was applied", async () => {
  write("1_first", "CREATE TABLE t (n int);");
  await apply();
  write("1_first", "CREATE TABLE t (n bigint);");
  write("2_second", "CREATE TABLE later (n int);");
  await expect(apply()).rejects.toThrow(/1_first 在执行后被改动/);
  expect(await ask("SELECT to_regclass('later') AS later")).toEqual([{ later: null }]);
});

test("the runner refuses to go on after another tool left one half-done", async () => {
  write("1_first", "CREATE TABLE t (n int);");
  await apply();
  await ask("UPDATE _prisma_migrations SET finished_at = NULL");
  await expect(apply()).rejects.toThrow(/1_first 上次未执行完/);
});

test("a folder without migrations is nothing to do", async () => {
  expect(await applyMigrations(database.ownerUrl, path.join(dir, "none"))).toEqual({
    applied: [],
  });
});
