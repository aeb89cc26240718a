import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { asked } from "./database";

/** Undoes what was done in secret, so that the tests that follow find things in order. */
type Restore = () => Promise<void>;

/** Who stands on the roster with which ink that holds: number to `S`, `F` or `SF`. */
export async function inkByLine(
  dataDir: string,
  rosterId: string,
): Promise<Readonly<Record<number, string>>> {
  const rows = await asked(
    dataDir,
    `SELECT l.line_no AS no, string_agg(left(a.element, 1), '' ORDER BY a.element DESC) AS ink
     FROM acknowledgement a JOIN roster_line l ON l.id = a.line_id
     WHERE a.roster_id = $1 AND a.voided_at IS NULL GROUP BY l.line_no`,
    [rosterId],
  );
  return Object.fromEntries(rows.map(({ no, ink }) => [Number(no), String(ink)]));
}

/** `npm run verify` on the data of a running server. */
export function verifyCommand(
  dataDir: string,
): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise((resolve) => {
    const env = { ...process.env, DATA_DIR: dataDir };
    execFile("npm", ["run", "-s", "verify"], { env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : Number(error.code ?? -1);
      resolve({ code, output: `${stdout}${stderr}` });
    });
  });
}

/** Turns one bit in the sealed picture of the first trainee's signature. */
export async function brokenBytes(dataDir: string, rosterId: string): Promise<Restore> {
  const [row] = await asked(
    dataDir,
    `SELECT a.file_id AS id FROM acknowledgement a JOIN roster_line l ON l.id = a.line_id
     WHERE a.roster_id = $1 AND l.line_no = 1 AND a.element = 'SIGNATURE' AND a.voided_at IS NULL`,
    [rosterId],
  );
  const address = findFile(path.join(dataDir, "files"), String(row?.["id"]));
  const before = await readFile(address);
  const after = Buffer.from(before);
  const middle = Math.floor(after.length / 2);
  after[middle] = (after[middle] ?? 0) ^ 1;
  await writeFile(address, after);
  return () => writeFile(address, before);
}

function findFile(dir: string, id: string): string {
  const all = readdirSync(dir, { recursive: true, encoding: "utf8" });
  const found = all.find((name) => path.basename(name).startsWith(id));
  if (found === undefined) throw new Error(`no stored file ${id}`);
  return path.join(dir, found);
}

/** Makes present at a session who was on leave, past the triggers that refuse it. */
export async function changedRow(dataDir: string, sessionId: string): Promise<Restore> {
  const change = (from: string, to: string) =>
    asked(
      dataDir,
      `WITH past AS (SELECT set_config('session_replication_role', 'replica', true))
       UPDATE attendance SET state = $3 FROM past WHERE session_id = $1 AND state = $2`,
      [sessionId, from, to],
    );
  const lines = await asked(
    dataDir,
    "SELECT count(*)::int AS n FROM attendance WHERE session_id = $1 AND state = 'ON_LEAVE'",
    [sessionId],
  );
  if (lines[0]?.["n"] !== 1) throw new Error("not one on leave");
  await change("ON_LEAVE", "ABSENT");
  return async () => void (await change("ABSENT", "ON_LEAVE"));
}
