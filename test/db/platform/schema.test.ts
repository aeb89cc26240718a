import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "#test/support/test-database";
import { ddlOfSchema } from "#test/support/schema-ddl";

/** Made by hand beside the schema: they have no model. */
const UNMODELLED = ["_prisma_migrations", "installation", "trail_head"];

test("the migrations make exactly the tables, columns, keys and indexes that prisma/schema declares", async () => {
  const database = await createTestDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  try {
    const migrated = await describe(owner, "public");
    await owner.query("CREATE SCHEMA declared");
    await owner.query("SET search_path = declared");
    const ddl = await ddlOfSchema(database.ownerUrl);
    await owner.query(ddl.replaceAll('"public".', "").replace(/CREATE SCHEMA[^;]*;/, ""));
    const declared = await describe(owner, "declared");
    expect(declared.length).toBeGreaterThan(200);
    expect(declared.filter((line) => !migrated.includes(line))).toEqual([]);
    expect(migrated.filter((line) => !declared.includes(line) && !isByHand(line))).toEqual([]);
  } finally {
    await owner.end();
    await database.close();
  }
});

/** Partial and other special indexes that Prisma cannot declare. */
function isByHand(line: string): boolean {
  return line.startsWith("index") && line.includes(" WHERE ");
}

async function describe(owner: pg.Client, schema: string): Promise<string[]> {
  const { rows } = await owner.query<{ line: string }>(
    `SELECT concat_ws(' ', 'column', table_name, column_name, data_type, is_nullable,
       datetime_precision, column_default) AS line
     FROM information_schema.columns WHERE table_schema = $1 AND table_name <> ALL ($2)
     UNION ALL SELECT concat_ws(' ', 'index', regexp_replace(
       replace(indexdef, schemaname || '.', ''), ' COLLATE "C"', '', 'g'))
     FROM pg_indexes WHERE schemaname = $1 AND tablename <> ALL ($2)
     UNION ALL SELECT concat_ws(' ', 'key', replace(conrelid::regclass::text, $1 || '.', ''),
       replace(pg_get_constraintdef(c.oid), $1 || '.', ''))
     FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
     WHERE n.nspname = $1 AND contype IN ('f', 'p', 'u')
       AND replace(conrelid::regclass::text, $1 || '.', '') <> ALL ($2)
     ORDER BY 1`,
    [schema, UNMODELLED],
  );
  return rows.map(({ line }) => line);
}
