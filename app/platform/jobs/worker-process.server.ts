import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { log } from "~/platform/log.server";

export interface WorkerHandle {
  stop(): Promise<void>;
}

export interface WorkerOptions {
  readonly appUrl: string;
  /** Another script and shorter times are for tests only. */
  readonly script?: string;
  /** Milliseconds a worker may give no sign of life. */
  readonly patienceMs?: number;
  readonly restartMs?: number;
}

/** Keeps a hostile or huge file from taking the machine down with it. */
const MAX_HEAP_MB = 512;
const RESTART_MS = 1_000;
const STOP_MS = 5_000;
/** The largest page takes a second or two to be drawn and read; this long only a hostile file does. */
const PATIENCE_MS = 90_000;
const SIGN_OF_LIFE_MS = 5_000;

/**
 * Runs build/server/worker.js in a process of its own, and again whenever it dies: long work neither
 * slows the pages nor can end the product. One that gives no sign of life is ended: a PDF made to be
 * drawn for ever holds its whole process, and every other job would wait behind it.
 */
export function startWorker(options: WorkerOptions): WorkerHandle {
  const { appUrl, script = "build/server/worker.js" } = options;
  const { patienceMs = PATIENCE_MS, restartMs = RESTART_MS } = options;
  let stopping = false;
  let child: ChildProcess;
  const start = () => {
    if (stopping) return;
    const own = fork(path.resolve(script), {
      execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`, "--enable-source-maps"],
    });
    child = own;
    const giveUp = setTimeout(() => {
      log.error({ pid: own.pid }, "job worker gives no sign of life, ended");
      own.kill("SIGKILL");
    }, patienceMs);
    own.send({ appUrl });
    own.on("message", () => giveUp.refresh());
    own.on("exit", (code, signal) => {
      clearTimeout(giveUp);
      if (stopping) return;
      log.warn({ code, signal }, "job worker ended, starting another");
      setTimeout(start, restartMs);
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

/** In the worker: tells the parent again and again that work goes on, until its own thread is held up. */
export function giveSignsOfLife(): void {
  setInterval(() => {
    if (process.connected) process.send?.("alive");
  }, SIGN_OF_LIFE_MS).unref();
}
