import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { log } from "~/platform/log.server";

export interface WorkerHandle {
  stop(): Promise<void>;
}

/** Keeps a hostile or huge file from taking the machine down with it. */
const MAX_HEAP_MB = 512;
const RESTART_MS = 1_000;
const STOP_MS = 5_000;

/**
 * Runs build/server/worker.js in a process of its own, and again whenever it dies: long work neither
 * slows the pages nor can end the product.
 */
export function startWorker(options: { appUrl: string }): WorkerHandle {
  let stopping = false;
  let child: ChildProcess;
  const start = () => {
    child = fork(path.resolve("build/server/worker.js"), {
      execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`, "--enable-source-maps"],
    });
    child.send({ appUrl: options.appUrl });
    child.on("exit", (code, signal) => {
      if (stopping) return;
      log.warn({ code, signal }, "job worker ended, starting another");
      setTimeout(start, RESTART_MS);
    });
  };
  start();
  return {
    stop: async () => {
      stopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, "exit");
      child.disconnect();
      const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}
