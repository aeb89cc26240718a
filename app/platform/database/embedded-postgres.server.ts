import { spawn } from "node:child_process";
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openClusterRecord, saveClusterRecord, type ClusterRecord } from "./cluster-record.server";
import { findPostgresBinaries, type PostgresBinaries } from "./postgres-binaries.server";
import { accountForServer, type ServerAccount } from "./server-account.server";
import * as server from "./server-process.server";
import { withStartLock } from "./start-lock.server";

export interface EmbeddedPostgresOptions {
  /** Directory of the installation, made when missing; password, port and log are kept there. */
  readonly dataDir: string;
  /** Port to try first; without it, the one of the last start. */
  readonly port?: number;
  /** For tests: fast, not safe against a crash, and gone with `stop`. */
  readonly throwaway?: boolean;
}

export interface EmbeddedPostgres {
  /** Connection string of the superuser to the product's database. */
  readonly ownerUrl: string;
  /** Stops the server, unless another process of the same data directory still uses it. */
  readonly stop: () => Promise<void>;
}

interface Installation {
  readonly dataDir: string;
  readonly record: ClusterRecord;
  readonly account: ServerAccount | null;
  readonly binaries: PostgresBinaries;
  readonly logFile: string;
}

const DATABASE = "labour_cooperation";
const KEEPER = "labour-cooperation-keeper";
const START_PATIENCE_MS = 60_000;
const POLL_MS = 30;
const PORT_ATTEMPTS = 5;
const WRONG_PASSWORD = "28P01";

/** Only this machine may connect; the log never repeats a statement, for statements carry people's data. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_timezone: "UTC",
  timezone: "UTC",
  jit: "off",
};
const LASTING = { shared_buffers: "256MB", max_wal_size: "2GB", random_page_cost: 1.1 };
const THROWAWAY = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * Starts the PostgreSQL that npm installed, or attaches to the one that already serves this data directory.
 * Two starts at once share one server; a killed server recovers, a killed starter leaves nothing in the way.
 *
 * @throws with the end of the server's log when PostgreSQL does not come up
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const dataDir = path.resolve(options.dataDir);
  // Others may pass through to the cluster but not list what else is here; secrets are 0600 files.
  mkdirSync(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const throwaway = options.throwaway ?? false;
  return withStartLock(dataDir, START_PATIENCE_MS * 2, async () => {
    const record = openClusterRecord(dataDir);
    const account = accountForServer(record.cluster);
    const binaries = findPostgresBinaries(account);
    const logFile = path.join(dataDir, "postgres.log");
    const installation = { dataDir, record, account, binaries, logFile };
    if (!existsSync(record.cluster)) await createCluster(installation, throwaway);
    const port =
      (await attach(installation)) ?? (await start(installation, options.port, throwaway));
    if (port !== record.port) saveClusterRecord(dataDir, { ...record, port });
    const keeper = await openKeeper(urlFor(record, port, "postgres"));
    return {
      ownerUrl: urlFor(record, port, DATABASE),
      stop: () => release(installation, keeper, throwaway),
    };
  });
}

/** Says that there is no TLS: a PGSSLMODE meant for another server must not reach this one. */
function urlFor(record: ClusterRecord, port: number, database: string): string {
  return `postgresql://postgres:${record.password}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

/** With plain C, pg_trgm would see no trigram in Chinese; the builtin C.UTF-8 depends on no library of the machine. */
const LOCALE = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
const INITDB = ["--encoding=UTF8", ...LOCALE, "--lc-collate=C", "--lc-ctype=C.UTF-8"];

/** Creates beside the final place and renames, so that a start killed half-way leaves no half cluster. */
async function createCluster(installation: Installation, throwaway: boolean): Promise<void> {
  const { record, account, binaries } = installation;
  const parent = path.dirname(record.cluster);
  for (const name of readdirSync(parent)) {
    const left = path.join(parent, name);
    if (left.startsWith(`${record.cluster}.new-`)) {
      rmSync(left, { recursive: true, force: true, maxRetries: 3 });
    }
  }
  const workshop = `${record.cluster}.new-${process.pid}`;
  const draft = path.join(workshop, "cluster");
  const passwordFile = path.join(workshop, "password");
  mkdirSync(workshop, { mode: 0o700 });
  writeFileSync(passwordFile, record.password, { mode: 0o600 });
  if (account !== null) {
    for (const made of [workshop, passwordFile]) chownSync(made, account.uid, account.gid);
  }
  const secret = [`--pwfile=${passwordFile}`, "--auth=scram-sha-256", "--username=postgres"];
  const flags = ["-D", draft, ...secret, ...INITDB, "--no-instructions"];
  if (throwaway) flags.push("--no-sync");
  const { code, output } = await run(binaries.initdb, flags, binaries, account);
  if (code !== 0) throw failure("initdb", output);
  renameSync(draft, record.cluster);
  rmSync(workshop, { recursive: true, force: true });
}

function run(
  program: string,
  args: string[],
  binaries: PostgresBinaries,
  account: ServerAccount | null,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const env = server.cleanEnvironment(binaries);
    const child = spawn(program, args, { cwd: path.parse(program).root, env, ...(account ?? {}) });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", (error) => resolve({ code: -1, output: error.message }));
    child.once("close", (code) => resolve({ code: code ?? -1, output }));
  });
}

/** The port of the live server of this cluster, or null after clearing what a dead one left. */
async function attach({ record }: Installation): Promise<number | null> {
  const deadline = Date.now() + START_PATIENCE_MS;
  for (;;) {
    const running = server.readPidFile(record.cluster);
    if (running === null || !server.isServerOf(record.cluster, running.pid)) {
      server.removePidFile(record.cluster);
      return null;
    }
    if (await answers(urlFor(record, running.port, "postgres"))) return running.port;
    // Recovering from a crash, or on its way down for the last one who left.
    if (Date.now() > deadline) throw failure("attach", `pid ${running.pid} does not answer`);
    await sleep(POLL_MS);
  }
}

async function start(
  installation: Installation,
  wanted: number | undefined,
  throwaway: boolean,
): Promise<number> {
  const { record, binaries, account, logFile } = installation;
  const deadline = Date.now() + START_PATIENCE_MS;
  for (let attempt = 1; ; attempt += 1) {
    const port = await server.freePort(attempt === 1 ? (wanted ?? record.port) : 0);
    const settings = { port, ...SETTINGS, ...(throwaway ? THROWAWAY : LASTING) };
    const child = server.spawnServer(binaries, account, record.cluster, settings, logFile);
    const url = urlFor(record, port, "postgres");
    while (!child.exited() && Date.now() < deadline) {
      if (await answers(url)) {
        await ensureDatabase(url);
        return port;
      }
      await sleep(POLL_MS);
    }
    // It leaves at once when the port was taken meanwhile, or while the last children of a killed server still die.
    if (!child.exited() || attempt === PORT_ATTEMPTS) throw failure("start", tail(logFile));
    await sleep(attempt * 200);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    await client.query("SELECT 1");
    return true;
  } catch (error) {
    // A password that was changed, or a record that belongs to another cluster: waiting would not help.
    if (error instanceof pg.DatabaseError && error.code === WRONG_PASSWORD) {
      throw failure(
        "password",
        `embedded-postgres.json does not fit the cluster. ${error.message}`,
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** A connection held for as long as this process uses the server: what `release` of the others counts. */
async function openKeeper(url: string): Promise<pg.Client> {
  const keeper = new pg.Client({ connectionString: url, application_name: KEEPER });
  // The server may be stopped or killed under us; the pools report that where it matters.
  keeper.on("error", () => undefined);
  await keeper.connect();
  return keeper;
}

async function release(
  { dataDir, record, binaries }: Installation,
  keeper: pg.Client,
  throwaway: boolean,
): Promise<void> {
  await withStartLock(dataDir, START_PATIENCE_MS, async () => {
    if (!throwaway && (await othersUse(keeper))) return keeper.end();
    await keeper.end().catch(() => undefined);
    await server.stopServer(record.cluster, binaries);
  });
  if (throwaway) {
    rmSync(record.cluster, { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function othersUse(keeper: pg.Client): Promise<boolean> {
  const others = `SELECT 1 FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()`;
  return keeper.query(others, [KEEPER]).then(
    (found) => found.rowCount !== 0,
    () => false,
  );
}

function tail(logFile: string): string {
  return readFileSync(logFile, "utf8").trimEnd().split("\n").slice(-15).join("\n");
}

function failure(step: string, output: string): Error {
  return new Error(
    `内置数据库未能启动（${step}）。可设置 DATABASE_URL 改用自备的 PostgreSQL。` +
      ` / The embedded PostgreSQL did not come up.\n${output.trim()}`,
  );
}
