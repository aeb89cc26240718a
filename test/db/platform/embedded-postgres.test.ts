import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { makeServerDir } from "#test/support/server-dir";
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from "~/platform/database/embedded-postgres.server";

// One cluster for the file, stopped between the tests: making one takes as long as all the rest of a test.
const dataDir = makeServerDir();
let started: EmbeddedPostgres[] = [];

afterEach(async () => {
  for (const server of started) await server.stop().catch(() => undefined);
  started = [];
});

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir });
  started.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

const record = () => JSON.parse(readFileSync(path.join(dataDir, "embedded-postgres.json"), "utf8"));
const pidFile = () => path.join(record().cluster, "postmaster.pid");
const serverPid = () => Number(readFileSync(pidFile(), "utf8").split("\n")[0]);

async function isGone(pid: number): Promise<void> {
  for (let waited = 0; waited < 10_000; waited += 20) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await sleep(20);
  }
  throw new Error(`process ${pid} is still there`);
}

test("the embedded PostgreSQL is the one that npm installed, on this machine's own address, with a secret of its own", async () => {
  const server = await start();
  const address = await ask(server.ownerUrl, "SHOW listen_addresses");
  expect(address).toEqual([{ listen_addresses: "127.0.0.1" }]);
  const encoding =
    "SELECT datlocprovider, datlocale FROM pg_database WHERE datname = current_database()";
  expect(await ask(server.ownerUrl, encoding)).toEqual([
    { datlocprovider: "b", datlocale: "C.UTF-8" },
  ]);
  const program = readlinkSync(`/proc/${serverPid()}/exe`);
  expect(program).toMatch(/@embedded-postgres|labour-cooperation-rosters\/postgresql/);
  expect(statSync(path.join(dataDir, "embedded-postgres.json")).mode & 0o077).toBe(0);
  const guessed = new URL(server.ownerUrl);
  guessed.password = "postgres";
  await expect(ask(guessed.href, "SELECT 1")).rejects.toThrow(/password authentication failed/);
});

test("two starts at once share one server, and only the last to leave stops it", async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(one.ownerUrl).toBe(other.ownerUrl);
  await one.stop();
  expect(await ask(other.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  const pid = serverPid();
  await other.stop();
  await isGone(pid);
  expect(existsSync(pidFile())).toBe(false);
});

test("a starter killed with -9 leaves a server that the next start takes over", async () => {
  const module = new URL(
    "../../../app/platform/database/embedded-postgres.server.ts",
    import.meta.url,
  );
  const code = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(module.href)});
    const { ownerUrl } = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(ownerUrl);
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code]);
  const [url] = (await once(child.stdout, "data")).map((chunk: Buffer) => String(chunk).trim());
  await ask(url ?? "", "CREATE TABLE by_killed_starter AS SELECT 7 AS n");
  const pid = serverPid();
  child.kill("SIGKILL");
  await once(child, "exit");

  const server = await start();
  expect(serverPid()).toBe(pid);
  expect(await ask(server.ownerUrl, "SELECT n FROM by_killed_starter")).toEqual([{ n: 7 }]);
  await server.stop();
  await isGone(pid);
});

test("a server killed with -9 comes back with everything that was committed", async () => {
  const killed = await start();
  await ask(killed.ownerUrl, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");
  const pid = serverPid();
  process.kill(pid, "SIGKILL");
  await isGone(pid);
  expect(existsSync(pidFile())).toBe(true);

  const server = await start();
  expect(await ask(server.ownerUrl, "SELECT count(*)::int AS n FROM kept")).toEqual([{ n: 1000 }]);
});

test("a pid file whose number now belongs to another process is in nobody's way", async () => {
  const first = await start();
  await first.stop();
  const { cluster, port } = record();
  writeFileSync(pidFile(), `${process.pid}\n${cluster}\n1\n${port}\n\n127.0.0.1\n1 1\nready\n`);
  const server = await start();
  expect(await ask(server.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  expect(serverPid()).not.toBe(process.pid);
});

test("a first start that was killed half-way is begun again, and its remains are cleared", async () => {
  const first = await start();
  await first.stop();
  const { cluster } = record();
  const remains = `${cluster}.new-1`;
  rmSync(cluster, { recursive: true });
  mkdirSync(path.join(remains, "cluster"), { recursive: true });
  const again = await start();
  expect(await ask(again.ownerUrl, "SELECT 1 AS n")).toEqual([{ n: 1 }]);
  expect(existsSync(remains)).toBe(false);
});

test("the server is not led astray by PG variables meant for another server", async () => {
  const foreign = {
    PGHOST: "db.example",
    PGPORT: "1",
    PGUSER: "x",
    PGSSLMODE: "require",
    PGDATA: "/x",
  };
  for (const [name, value] of Object.entries(foreign)) vi.stubEnv(name, value);
  const server = await start();
  expect(await ask(server.ownerUrl, "SELECT current_user")).toEqual([{ current_user: "postgres" }]);
  vi.unstubAllEnvs();
});

test("the server takes another port when somebody sits on the remembered one, and remembers that", async () => {
  const first = await start();
  await first.stop();
  const before: number = record().port;
  const squatter = createServer().listen(before, "127.0.0.1");
  await once(squatter, "listening");
  const server = await start();
  expect(record().port).not.toBe(before);
  expect(new URL(server.ownerUrl).port).toBe(String(record().port));
  squatter.close();
});

test("the error says what PostgreSQL said when it does not come up", async () => {
  const first = await start();
  await first.stop();
  const settings = path.join(record().cluster, "postgresql.auto.conf");
  writeFileSync(settings, "max_connections = nonsense\n");
  await expect(start()).rejects.toThrow(/内置数据库未能启动[^]*max_connections/);
  rmSync(settings);
});

test("a record that does not fit its cluster is named as the reason", async () => {
  const first = await start();
  await first.stop();
  const file = path.join(dataDir, "embedded-postgres.json");
  const kept = readFileSync(file, "utf8");
  writeFileSync(file, JSON.stringify({ ...record(), password: "x".repeat(32) }));
  await expect(start()).rejects.toThrow(/embedded-postgres.json does not fit/);
  writeFileSync(file, kept);
});

test("statements with people's data do not reach the server's log", async () => {
  const server = await start();
  await ask(
    server.ownerUrl,
    "CREATE TABLE p (id text PRIMARY KEY); INSERT INTO p VALUES ('11010519491231002X')",
  );
  await expect(ask(server.ownerUrl, "INSERT INTO p VALUES ('11010519491231002X')")).rejects.toThrow(
    /duplicate key/,
  );
  await expect(ask(server.ownerUrl, "SELECT '11010519491231002X'::int")).rejects.toThrow();
  expect(readFileSync(path.join(dataDir, "postgres.log"), "utf8")).not.toContain("19491231");
});
