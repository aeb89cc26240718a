import type { JobKind } from "~/domain/jobs/job";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { log } from "~/platform/log.server";
import { platform } from "~/platform/platform.server";
import { listenForJobs } from "./job-signal.server";

/** A job this worker has taken, with the lease it must keep. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: JobKind;
  readonly countyCode: string;
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly createdBy: string;
}

/** Thrown inside a handler when the user has asked to stop: its transaction rolls back. */
export class JobCancelled extends Error {}

/** Thrown by a handler with a Chinese sentence for the user: the job fails, and is not tried again. */
export class JobRefused extends Error {}

/** Tells how far the work is; throws JobCancelled once the user has asked to stop. */
export type ReportProgress = (done: number, total: number | null, stage: string) => Promise<void>;

export type JobHandler = (job: ClaimedJob, report: ReportProgress) => Promise<void>;

const LEASE_SECONDS = 30;
const BEAT_MS = 5_000;
const REPORT_EVERY_MS = 500;
/** A lost notification is made up for by looking anyway. */
const POLL_MS = 5_000;

/** Works off jobs one at a time until `signal` aborts. A worker killed in the middle loses its lease. */
export async function runJobs(
  handlers: Readonly<Record<JobKind, JobHandler>>,
  signal: AbortSignal,
): Promise<void> {
  const bell = await listenForJobs();
  while (!signal.aborted) {
    const job = await claim().catch(() => null);
    if (job === null) await bell.ringOrTimeout(POLL_MS, signal);
    else await work(job, handlers[job.kind]);
  }
  await bell.close();
}

/** Takes one job, if any, and works it off; for tests and for the loop above. */
export async function runOneJob(handlers: Readonly<Record<JobKind, JobHandler>>): Promise<boolean> {
  const job = await claim();
  if (job === null) return false;
  await work(job, handlers[job.kind]);
  return true;
}

async function claim(): Promise<ClaimedJob | null> {
  const { rows } = await platform().pool.query<ClaimedJob>(
    `SELECT id, kind, county_code AS "countyCode", subject_id AS "subjectId", payload,
       created_by AS "createdBy" FROM claim_job(now(), make_interval(secs => $1))`,
    [LEASE_SECONDS],
  );
  return rows[0] ?? null;
}

async function work(job: ClaimedJob, handler: JobHandler): Promise<void> {
  const beat = setInterval(() => void keepLease(job).catch(() => undefined), BEAT_MS);
  try {
    await handler(job, progressReporter(job));
    await end(job, "done", "");
  } catch (error) {
    if (error instanceof JobCancelled)
      await end(job, "cancelled", "已按要求取消，未写入任何数据。");
    else if (error instanceof JobRefused) await end(job, "failed", error.message);
    else {
      log.error({ err: error, job: job.id, kind: job.kind }, "job failed");
      await end(job, "failed", `处理时出现意外问题，未写入任何数据。编号 ${job.id.slice(-8)}。`);
    }
  } finally {
    clearInterval(beat);
  }
}

function progressReporter(job: ClaimedJob): ReportProgress {
  let reportedAt = 0;
  let stageShown = "";
  return async (done, total, stage) => {
    const now = Date.now();
    if (stage === stageShown && now - reportedAt < REPORT_EVERY_MS) return;
    reportedAt = now;
    stageShown = stage;
    const { rows } = await scoped<{ cancelled: boolean }>(
      job,
      `UPDATE job SET progress_done = $2, progress_total = $3, stage = $4
       WHERE id = $1 RETURNING cancel_requested_at IS NOT NULL AS cancelled`,
      [job.id, done, total, stage],
    );
    if (rows[0]?.cancelled !== false) throw new JobCancelled();
  };
}

async function keepLease(job: ClaimedJob): Promise<void> {
  await scoped(
    job,
    "UPDATE job SET lease_until = now() + make_interval(secs => $2) WHERE id = $1 AND state = 'running'",
    [job.id, LEASE_SECONDS],
  );
}

/** A handler may have ended the job in its own transaction already: then this changes nothing. */
async function end(job: ClaimedJob, state: string, message: string): Promise<void> {
  await scoped(
    job,
    `UPDATE job SET state = $2, message = $3, finished_at = now(), lease_until = NULL
     WHERE id = $1 AND state = 'running'`,
    [job.id, state, message],
  );
}

/** One statement on the job's own row, seen through the wall by its own county. */
function scoped<R extends object>(job: ClaimedJob, sql: string, values: readonly unknown[]) {
  const scope = { userId: job.createdBy, counties: [job.countyCode] };
  return inBulkTransaction(scope, (client) => client.query<R>(sql, [...values]));
}
