import { jobHandlers } from "~/usecases/job-handlers.server";
import { loadKeyRing } from "~/platform/crypto/key-ring-file.server";
import { readEnv } from "~/platform/env.server";
import { filesDir, keyRingPath, s3Options } from "~/platform/installation.server";
import { runJobs } from "~/platform/jobs/job-runner.server";
import { giveSignsOfLife } from "~/platform/jobs/worker-process.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";

/** The job worker's process: told the database by its parent, and gone when its parent is. */
process.on("message", (message: { appUrl: string }) => void work(message.appUrl));

async function work(appUrl: string): Promise<void> {
  giveSignsOfLife();
  const env = readEnv();
  const keyRing = loadKeyRing({ path: keyRingPath(env), env: env.KEY_RING, mayCreate: false });
  openPlatform({ appUrl, keyRing, filesDir: filesDir(env), s3: s3Options(env), poolSize: 4 });
  const ended = new AbortController();
  process.on("disconnect", () => ended.abort());
  process.on("SIGTERM", () => ended.abort());
  process.on("SIGINT", () => undefined); // Ctrl-C reaches the whole group; the parent decides
  await runJobs(jobHandlers, ended.signal);
  await closePlatform();
  process.exit(0);
}
