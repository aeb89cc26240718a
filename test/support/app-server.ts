import { test as base } from "@playwright/test";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { makeServerDir } from "./server-dir";

/** The built product, running as `npm start` runs it, on data of its own. */
export interface AppServer {
  readonly url: string;
  /** Of the web server; the worker is a child of it. */
  readonly pid: number;
  /** What `kill` left can be started again on it. */
  readonly dataDir: string;
  /** Everything the process printed so far. */
  readonly output: () => string;
  /** Ends as Ctrl-C does, and removes the data. */
  readonly stop: () => Promise<void>;
  /** Ends as a power cut does: kill -9, data kept. */
  readonly kill: () => Promise<void>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const START_PATIENCE_MS = 120_000;

/**
 * Starts the product on a free port and waits until it answers.
 *
 * @param options.dataDir data of an earlier server; without it, a fresh demonstration
 */
export async function startApp(
  options: {
    dataDir?: string;
    env?: Record<string, string>;
  } = {},
): Promise<AppServer> {
  const dataDir = options.dataDir ?? makeServerDir();
  const port = await freePort();
  const env = { ...process.env, DEMO: "1", HOST: "127.0.0.1", ...options.env };
  const child = spawn(process.execPath, [path.join(root, "scripts", "start.mjs")], {
    cwd: root,
    env: { ...env, PORT: String(port), DATA_DIR: dataDir },
  });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const url = `http://127.0.0.1:${port}`;
  try {
    await answers(`${url}/healthz`, child);
  } catch (cause) {
    await end(child, "SIGKILL");
    throw new Error(`The product did not start:\n${printed}`, { cause });
  }
  return {
    url,
    pid: child.pid ?? 0,
    dataDir,
    output: () => printed,
    stop: async () => {
      await end(child, "SIGINT");
      rmSync(dataDir, { recursive: true, force: true });
    },
    kill: () => end(child, "SIGKILL"),
  };
}

/** Playwright's `test` with the product behind it: `page.goto("/")` is its first page. One server per worker. */
export const test = base.extend<object, { app: AppServer }>({
  app: [
    async ({}, provide) => {
      const app = await startApp();
      await provide(app);
      await app.stop();
    },
    { scope: "worker", timeout: START_PATIENCE_MS },
  ],
  baseURL: async ({ app }, provide) => provide(app.url),
});

async function answers(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await sleep(100);
  }
  throw new Error(`${url} does not answer; exit code ${child.exitCode ?? "none"}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill(signal);
  await exited;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return address !== null && typeof address === "object" ? address.port : 0;
}
