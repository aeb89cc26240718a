import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { PostgresBinaries } from "./postgres-binaries.server";
import type { ServerAccount } from "./server-account.server";

const LOG_LIMIT_BYTES = 5_000_000;
const POLL_MS = 50;
const FAST_SHUTDOWN_MS = 20_000;

/** What PostgreSQL writes into `postmaster.pid`: whose server it is and where it listens. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
}

/** The server that `postmaster.pid` names, or null when there is no such file or it is still being written. */
export function readPidFile(cluster: string): RunningServer | null {
  const file = path.join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  return pid > 0 && port > 0 ? { pid, port } : null;
}

export function removePidFile(cluster: string): void {
  rmSync(path.join(cluster, "postmaster.pid"), { force: true });
}

/**
 * Whether a process is the PostgreSQL of this cluster. The number alone proves nothing: after a crash or in a restarted
 * container it soon belongs to somebody else.
 */
export function isServerOf(cluster: string, pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  if (process.platform === "win32") return true;
  return commandLine(pid).includes(cluster);
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    if (process.platform === "linux") return "";
    return (
      spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout ?? ""
    );
  }
}

/** Environment of every PostgreSQL program: nothing of ours, above all no PG* variable and no locale. */
export function cleanEnvironment(binaries: PostgresBinaries): NodeJS.ProcessEnv {
  return {
    PATH: "/usr/bin:/bin",
    LC_ALL: "C",
    TZ: "UTC",
    LD_LIBRARY_PATH: binaries.libraryDir,
    // Means nothing to PostgreSQL; Remix's types make it a must.
    NODE_ENV: process.env.NODE_ENV,
    ...(process.platform === "win32" ? { SystemRoot: process.env.SystemRoot } : {}),
  };
}

/** Starts the server in a session of its own, so that Ctrl-C and the death of this process do not reach it. */
export function spawnServer(
  binaries: PostgresBinaries,
  account: ServerAccount | null,
  cluster: string,
  settings: Record<string, string | number>,
  logFile: string,
): { exited: () => boolean } {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) {
    truncateSync(logFile);
  }
  const log = openSync(logFile, "a", 0o600);
  const options = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  const child = spawn(binaries.postgres, ["-D", cluster, ...options], {
    cwd: cluster,
    detached: true,
    env: cleanEnvironment(binaries),
    stdio: ["ignore", log, log],
    ...(account ?? {}),
  });
  closeSync(log);
  let exited = false;
  child.once("error", () => (exited = true));
  child.once("exit", () => (exited = true));
  child.unref();
  return { exited: () => exited };
}

/** Stops the server as `pg_ctl stop -m fast` does, and at once when that takes too long. */
export async function stopServer(cluster: string, binaries: PostgresBinaries): Promise<void> {
  const running = readPidFile(cluster);
  if (running === null || !isServerOf(cluster, running.pid)) return;
  if (process.platform === "win32") {
    spawnSync(binaries.pgCtl, ["stop", "-D", cluster, "-m", "fast"]);
    return;
  }
  for (const [signal, patienceMs] of [
    ["SIGINT", FAST_SHUTDOWN_MS],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 2_000],
  ] as const) {
    sendSignal(running.pid, signal);
    for (let waited = 0; waited < patienceMs; waited += POLL_MS) {
      if (!isServerOf(cluster, running.pid)) return;
      await sleep(POLL_MS);
    }
  }
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended by itself in the meantime.
  }
}

/** The wanted port of 127.0.0.1 when it is free, else one that the system chooses. 0 leaves the choice to the system. */
export async function freePort(wanted: number): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? 0;
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen(port, "127.0.0.1", () => {
      const address = probe.address();
      const chosen = address !== null && typeof address === "object" ? address.port : null;
      probe.close(() => resolve(chosen));
    });
  });
}
