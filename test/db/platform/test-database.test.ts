import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "#test/support/test-database";

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("every test file has a database of its own, and it is gone after close", async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  await ask(one.ownerUrl, "CREATE TABLE only_here (id int)");
  expect(await ask(other.ownerUrl, "SELECT to_regclass('only_here') AS found")).toEqual([
    { found: null },
  ]);
  await one.close();
  await other.close();
  await expect(ask(one.ownerUrl, "SELECT 1")).rejects.toThrow(/does not exist/);
});

test("the application's role of a test database is held by row-level security", async () => {
  const database = await createTestDatabase();
  const [role] = await ask(
    database.appUrl,
    "SELECT current_user AS name, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user",
  );
  expect(role).toEqual({ name: "labour_app", rolsuper: false, rolbypassrls: false });
  await database.close();
});

test("trigrams see Chinese, and people can be sorted by pinyin", async () => {
  const database = await createTestDatabase();
  await ask(database.ownerUrl, "CREATE EXTENSION IF NOT EXISTS pg_trgm");
  const trigrams = await ask(database.ownerUrl, "SELECT cardinality(show_trgm('会泽县')) AS n");
  expect(trigrams).toEqual([{ n: 4 }]);
  const sorted = await ask(
    database.ownerUrl,
    `SELECT n FROM (VALUES ('张'), ('阿'), ('李')) AS t(n) ORDER BY n COLLATE "zh-x-icu"`,
  );
  expect(sorted).toEqual([{ n: "阿" }, { n: "李" }, { n: "张" }]);
  await database.close();
});
