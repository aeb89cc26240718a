import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import pg from "pg";

/** Prisma's own lock number: its command line and this runner exclude each other. */
const MIGRATION_LOCK = 72707369;

const HISTORY = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

interface Migration {
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hexadecimal, as Prisma records it. */
  readonly checksum: string;
}

/**
 * Applies the migrations that a database lacks, in the order of their names, and records them as `prisma migrate` does;
 * its schema engine is a download that closed networks cannot make. Each file is one transaction, so a statement that
 * refuses to run in one (CREATE INDEX CONCURRENTLY) does not belong into a migration.
 *
 * @param migrationsDir folder of `<name>/migration.sql`, as Prisma lays it out; may be missing
 * @returns the names applied now
 * @throws when a file changed after it was applied, an earlier attempt was left half-done, or a statement fails
 */
export async function applyMigrations(
  ownerUrl: string,
  migrationsDir: string,
): Promise<{ applied: string[] }> {
  const migrations = readMigrations(migrationsDir);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await client.query("SET client_min_messages = warning");
    await client.query(HISTORY);
    const recorded = await recordedChecksums(client);
    const applied: string[] = [];
    for (const migration of migrations) {
      const checksum = recorded.get(migration.name);
      if (checksum === undefined) {
        await applyOne(client, migration);
        applied.push(migration.name);
      } else if (checksum !== migration.checksum) {
        throw new Error(
          `数据库升级脚本 ${migration.name} 在执行后被改动，已停止升级。请恢复原文件，另建新脚本。` +
            ` / Migration ${migration.name} was changed after it was applied.`,
        );
      }
    }
    return { applied };
  } finally {
    await client.end();
  }
}

function readMigrations(dir: string): Migration[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => existsSync(path.join(dir, name, "migration.sql")))
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(dir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function recordedChecksums(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const half = rows.find((row) => !row.finished);
  if (half !== undefined) {
    throw new Error(
      `数据库升级脚本 ${half.name} 上次未执行完，请先用备份恢复或人工处理。` +
        ` / Migration ${half.name} was left half-done by another tool.`,
    );
  }
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function applyOne(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    // Without parameters this is the simple protocol: the server itself splits the file, and $$ bodies stay whole.
    if (sql.trim() !== "") await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK");
    throw new Error(`数据库升级脚本 ${name} 执行失败。 / Migration ${name} failed.`, { cause });
  }
}
