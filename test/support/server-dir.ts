import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync } from "node:fs";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/**
 * An empty folder for one embedded server, which may run as another account and must pass through. When this process
 * ends, however it ends, the server goes and the folder with it.
 */
export function makeServerDir(): string {
  const dir = mkdtempSync(path.join(tmpdir(), "labour-test-"));
  chmodSync(dir, 0o711);
  const watcher = spawn(process.execPath, ["-e", WATCH, dir], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.unref();
  if (watcher.stdin instanceof Socket) watcher.stdin.unref();
  return dir;
}

/** Its input closes with the process that started it: Ctrl-C and kill -9 leave no server behind. */
const WATCH = `
  const { readFileSync, rmSync } = require("node:fs");
  const [, dir] = process.argv;
  const remove = (one) => rmSync(one, { recursive: true, force: true, maxRetries: 5 });
  process.stdin.resume();
  process.stdin.on("close", () => {
    let cluster = dir;
    try {
      ({ cluster } = JSON.parse(readFileSync(dir + "/embedded-postgres.json", "utf8")));
      process.kill(Number(readFileSync(cluster + "/postmaster.pid", "utf8").split("\\n")[0]), "SIGQUIT");
    } catch {}
    setTimeout(() => [cluster, dir].forEach(remove), 1000);
  });`;
