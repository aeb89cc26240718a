import { createHash } from "node:crypto";
import { realpathSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 50;

/**
 * Runs `work` while no other process of this machine runs its own for the same directory.
 * The lock is a listening name that the operating system frees with the process, so a kill -9 leaves nothing stale.
 *
 * @param waitMs how long to wait for the other process before giving up
 * @throws when the other process still holds the lock after `waitMs`
 */
export async function withStartLock<T>(
  dir: string,
  waitMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const name = lockName(dir);
  const deadline = Date.now() + waitMs;
  let lock = await tryListen(name);
  while (lock === null) {
    if (Date.now() > deadline) {
      throw new Error(
        `另一个进程正在启动同一数据目录（${dir}），请稍候再试。 / Another process is starting this data directory.`,
      );
    }
    await sleep(POLL_MS);
    lock = await tryListen(name);
  }
  const held = lock;
  try {
    return await work();
  } finally {
    await new Promise((resolve) => held.close(resolve));
  }
}

function lockName(dir: string): string {
  const id = createHash("sha256").update(realpathSync(dir)).digest("hex").slice(0, 32);
  const name = `labour-cooperation-rosters-${id}`;
  if (process.platform === "linux") return `\0${name}`;
  if (process.platform === "win32") return `\\\\.\\pipe\\${name}`;
  return path.join(tmpdir(), `${name}.sock`);
}

function tryListen(name: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EADDRINUSE") return reject(error);
      removeDeadSocket(name).then(() => resolve(null), reject);
    });
    server.listen(name, () => resolve(server));
  });
}

/** Only macOS keeps a file for the name; a file nobody listens behind is what a killed process left. */
async function removeDeadSocket(name: string): Promise<void> {
  if (process.platform === "linux" || process.platform === "win32") return;
  const { connect } = await import("node:net");
  await new Promise<void>((resolve) => {
    const probe = connect(name, () => resolve(void probe.destroy()));
    probe.once("error", () => {
      rmSync(name, { force: true });
      resolve();
    });
  });
}
