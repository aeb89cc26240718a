import { readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

type Row = Readonly<Record<string, unknown>>;

/** One statement past every wall and trigger, as the superuser of the embedded server under `dataDir`. */
export async function asked(
  dataDir: string,
  sql: string,
  values: readonly unknown[],
): Promise<readonly Row[]> {
  const record = readFileSync(path.join(dataDir, "embedded-postgres.json"), "utf8");
  const { port, password }: { port: number; password: string } = JSON.parse(record);
  const place = { host: "127.0.0.1", user: "postgres", database: "labour_cooperation" };
  const client = new pg.Client({ ...place, port, password });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
