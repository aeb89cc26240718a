import { queueRechecks } from "~/usecases/claims/recheck-claims.server";
import { jobHandlers } from "~/usecases/job-handlers.server";
import { now } from "~/platform/clock.server";
import { loadKeyRing } from "~/platform/crypto/key-ring-file.server";
import { readEnv } from "~/platform/env.server";
import { filesDir, keyRingPath, s3Options } from "~/platform/installation.server";
import { everySoOften } from "~/platform/jobs/every-so-often.server";
import { runJobs } from "~/platform/jobs/job-runner.server";
import { giveSignsOfLife } from "~/platform/jobs/worker-process.server";
import { closePlatform, openPlatform } from "~/platform/platform.server";

/** What is to be done once a day is looked for every hour, and soon after the start: many machines are off at night. */
const LOOK = { firstMs: 3 * 60_000, ms: 60 * 60_000 };

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
  void everySoOften(LOOK, ended.signal, () => queueRechecks(now()));
  await runJobs(jobHandlers, ended.signal);
  await closePlatform();
  process.exit(0);
}
