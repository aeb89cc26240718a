import { fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { loadReference } from "~/data/regions/load-reference.server";
import { createKeyRing } from "~/platform/crypto/key-ring.server";
import { saveKeyRing } from "~/platform/crypto/key-ring-file.server";
import { openDatabase } from "~/platform/database/open-database.server";
import { readEnv } from "~/platform/env.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";
import { makeServerDir } from "#test/support/server-dir";
import { anActor } from "#test/builders/actor";
import { received, newClass, value, NOW } from "#test/db/rosters/support";
import { requestCommit } from "~/usecases/rosters/request-commit.server";
import { uploadRoster } from "~/usecases/rosters/upload-roster.server";
import { writeBigRoster } from "./big-roster";
import { copyFloor, saxFloor } from "./floors";
import { fillRegistry } from "./fill-registry";
import type { Phase } from "./import-worker";

const NANHUA = "532324";

/**
 * Imports a roster of `--rows N` (100,000) people from .xlsx to the roster, in a worker process as
 * the product runs it, and beside it the floors of the same run: COPY of the same rows into the same
 * tables and indexes, and inflate plus SAX of the same file.
 */
export async function benchImport(options: readonly string[]): Promise<void> {
  const rows = numberAfter(options, "--rows") ?? 100_000;
  const registered = numberAfter(options, "--registry") ?? 300_000;
  const dir = mkdtempSync(path.join(tmpdir(), "bench-"));
  const dataDir = makeServerDir();
  const env = readEnv({ DATA_DIR: dataDir });
  const database = await openDatabase(env);
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await loadReference(owner);
  const keyRing = createKeyRing("intl");
  saveKeyRing(path.join(dir, "ring.json"), keyRing);
  const filesDir = path.join(dir, "files");
  openPlatform({ appUrl: database.appUrl, keyRing, filesDir, poolSize: 4 });
  try {
    say(`${rows.toLocaleString("en")} rows, registry of ${registered.toLocaleString("en")} people`);
    const file = path.join(dir, "roster.xlsx");
    await writeBigRoster(file, rows);
    await fillRegistry(owner, keyRing, registered);

    const officer = anActor("caseOfficer", NANHUA);
    const classId = await newClass(officer, NANHUA);
    const upload = { classId, file: await received(await readFile(file), "roster.xlsx") };
    const { importId } = value(
      await uploadRoster(officer, { ...upload, previousImportId: null }, NOW),
    );
    const worker = { appUrl: database.appUrl, ring: path.join(dir, "ring.json"), filesDir };
    const check = await inWorker({ ...worker, file });
    value(await requestCommit(officer, importId, "all", NOW));
    const commit = await inWorker(worker);
    const copied = await copyFloor(owner, importId);
    const sax = await saxFloor(readFileSync(file));
    report({ rows, check, commit, copied, sax });
  } finally {
    await closePlatform();
    await owner.end();
    await database.stop();
    rmSync(dir, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
}

interface Figures {
  readonly rows: number;
  readonly check: Phase;
  readonly commit: Phase;
  readonly copied: number;
  readonly sax: number;
}

function report({ check, commit, copied, sax }: Figures): void {
  const total = check.job + commit.job;
  say(
    `parse alone                      ${seconds(check.parse)}   ${ratio(check.parse, sax)} of inflate + SAX`,
  );
  say(`parse and check, no database     ${seconds(check.rules)}`);
  say(`file to preview (check job)      ${seconds(check.job)}   peak ${check.peakMb} MB`);
  say(`preview to roster (commit job)   ${seconds(commit.job)}   peak ${commit.peakMb} MB`);
  say(`file to roster                   ${seconds(total)}   ${ratio(total, copied)} of COPY`);
  say(`floor: COPY, same rows, tables, indexes   ${seconds(copied)}`);
  say(`floor: inflate + SAX, same file           ${seconds(sax)}`);
}

/** Runs the next job in a fresh process and hears its times (milliseconds) and peak memory. */
async function inWorker(message: object): Promise<Phase> {
  const script = fileURLToPath(new URL("./import-worker.ts", import.meta.url));
  const child = fork(script, { execArgv: ["--import", "tsx", "--max-old-space-size=512"] });
  child.send(message);
  const [phase] = (await once(child, "message")) as [Phase];
  await once(child, "exit");
  return phase;
}

function numberAfter(options: readonly string[], name: string): number | null {
  const at = options.indexOf(name);
  return at < 0 ? null : Number(options[at + 1]);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2).padStart(7)} s`;
}

function ratio(ms: number, floor: number): string {
  return `${(ms / floor).toFixed(2)}×`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
