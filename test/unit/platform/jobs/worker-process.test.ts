import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startWorker, type WorkerHandle } from "~/platform/jobs/worker-process.server";

let dir: string;
let worker: WorkerHandle | undefined;

beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), "labour-worker-"));
});
afterEach(async () => {
  await worker?.stop();
  rmSync(dir, { recursive: true });
});

/** A worker that notes its start and then goes on as told. */
function scriptThat(goesOn: string): { script: string; starts: () => number } {
  const notes = path.join(dir, "starts");
  const script = path.join(dir, "worker.mjs");
  writeFileSync(notes, "");
  writeFileSync(
    script,
    `import { appendFileSync } from "node:fs";
     appendFileSync(${JSON.stringify(notes)}, "x");
     process.on("disconnect", () => process.exit(0));
     ${goesOn}`,
  );
  return { script, starts: () => readFileSync(notes, "utf8").length };
}

test("a worker held up by a hostile file is ended, and another goes on", async () => {
  const { script, starts } = scriptThat("for (;;);");
  worker = startWorker({ appUrl: "", script, patienceMs: 600, restartMs: 1 });
  await vi.waitFor(() => expect(starts()).toBeGreaterThan(1), { timeout: 8_000 });
});

test("one that gives signs of life is left alone however long it works", async () => {
  const { script, starts } = scriptThat(`
    let signs = 0;
    setInterval(() => {
      signs += 1;
      if (signs <= 15) process.send("alive");
    }, 100);`);
  worker = startWorker({ appUrl: "", script, patienceMs: 1_000, restartMs: 1 });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(starts()).toBe(1);
});
