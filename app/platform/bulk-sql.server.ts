import { pipeline } from "node:stream/promises";
import { Readable } from "node:stream";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { platform } from "~/platform/platform.server";
import type { Scope } from "~/platform/prisma/transaction.server";

/** A value COPY can carry; Buffers go to bytea. */
export type CopyValue = string | number | boolean | Buffer | null;

/**
 * One transaction on a bare connection, inside the scope: for COPY and set-based SQL over
 * thousands of rows. Rolled back when `work` throws; a killed process leaves nothing.
 */
export async function inBulkTransaction<T>(
  scope: Scope,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await platform().pool.connect();
  try {
    await client.query("BEGIN");
    await client.query(
      "SELECT set_config('app.counties', $1, true), set_config('app.user', $2, true), set_config('app.administered', '', true)",
      [scope.counties.join(","), scope.userId],
    );
    const result = await work(client);
    await client.query("COMMIT");
    client.release();
    return result;
  } catch (error) {
    await client.query("ROLLBACK").then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}

/**
 * Loads row batches into a table: COPY into a staging table of this transaction, then one INSERT …
 * SELECT, since PostgreSQL does not COPY into tables with row-level security. Table and column
 * names come from code, never from users.
 */
export async function copyRows(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  batches: AsyncIterable<readonly (readonly CopyValue[])[]>,
): Promise<void> {
  const names = columns.join(",");
  const staging = `${table}_staging`;
  await client.query(
    `CREATE TEMP TABLE ${staging} (LIKE ${table} INCLUDING DEFAULTS) ON COMMIT DROP`,
  );
  const target = client.query(copyFrom(`COPY ${staging} (${names}) FROM STDIN`));
  await pipeline(Readable.from(copyTexts(batches)), target);
  await client.query(`INSERT INTO ${table} (${names}) SELECT ${names} FROM ${staging}`);
}

async function* copyTexts(
  batches: AsyncIterable<readonly (readonly CopyValue[])[]>,
): AsyncGenerator<Buffer> {
  for await (const batch of batches) {
    if (batch.length > 0) yield copyText(batch);
  }
}

/** Loads rows into a table without walls of its own, such as a temporary one, by COPY. */
export async function copyInto(
  client: PoolClient,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly CopyValue[])[],
): Promise<void> {
  const target = client.query(copyFrom(`COPY ${table} (${columns.join(",")}) FROM STDIN`));
  await pipeline(Readable.from([copyText(rows)]), target);
}

/** Rows as COPY reads them. */
function copyText(rows: readonly (readonly CopyValue[])[]): Buffer {
  let text = "";
  for (const row of rows) text += row.map(copyField).join("\t") + "\n";
  return Buffer.from(text);
}

const NEEDS_ESCAPE = /[\\\t\n\r\0]/;

/** The text format of COPY: \N for null, backslash escapes, bytea as hex. */
function copyField(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "boolean") return value ? "t" : "f";
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return `\\\\x${value.toString("hex")}`;
  if (!NEEDS_ESCAPE.test(value)) return value;
  return value
    .replace(/\0/g, "") // PostgreSQL text cannot hold it
    .replace(/\\/g, "\\\\")
    .replace(/\t/g, "\\t")
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r");
}
