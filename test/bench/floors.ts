import { createInflateRaw } from "node:zlib";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { SaxesParser } from "saxes";
import { readZipDirectory } from "~/platform/workbook/zip-directory.server";

const TABLES = [
  ["roster_import_row", "import_id"],
  ["person", null],
  ["roster_line", "import_id"],
] as const;

/**
 * Milliseconds that PostgreSQL needs to COPY the very rows of an import into the very tables, with
 * their indexes and triggers. The rows are taken out first, and stay out but for the copy.
 */
export async function copyFloor(owner: Client, importId: string): Promise<number> {
  const texts = new Map<string, Buffer[]>();
  for (const [table, key] of TABLES) {
    const where = key === null ? "" : ` WHERE ${key} = '${importId}'`;
    const chunks: Buffer[] = [];
    const out = owner.query(copyTo(`COPY (SELECT * FROM ${table}${where}) TO STDOUT`));
    for await (const chunk of out) chunks.push(chunk as Buffer);
    texts.set(table, chunks);
  }
  await owner.query(`TRUNCATE ${TABLES.map(([table]) => table).join(", ")}`);
  await owner.query("CHECKPOINT");
  const started = performance.now();
  await owner.query("BEGIN");
  for (const [table] of TABLES) {
    const into = owner.query(copyFrom(`COPY ${table} FROM STDIN`));
    await pipeline(Readable.from(texts.get(table) ?? []), into);
  }
  await owner.query("COMMIT");
  return performance.now() - started;
}

/** Milliseconds to inflate the first worksheet and run a well-kept SAX parser over it. */
export async function saxFloor(bytes: Buffer): Promise<number> {
  const started = performance.now();
  const entries = readZipDirectory(bytes, 10_000);
  const sheet = [...entries.values()].find((entry) => entry.name === "xl/worksheets/sheet1.xml");
  if (sheet === undefined) throw new Error("no worksheet");
  const parser = new SaxesParser();
  let elements = 0;
  parser.on("opentag", () => (elements += 1));
  const decoder = new TextDecoder();
  const inflated = Readable.from([sheet.data]).pipe(createInflateRaw());
  for await (const chunk of inflated)
    parser.write(decoder.decode(chunk as Buffer, { stream: true }));
  parser.close();
  if (elements === 0) throw new Error("the worksheet is empty");
  return performance.now() - started;
}
