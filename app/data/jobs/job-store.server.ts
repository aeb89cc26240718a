import type { PoolClient } from "pg";
import type { JobKind } from "~/domain/jobs/job";
import { newId } from "~/platform/id.server";
import type { Tx } from "~/platform/prisma/client.server";

export interface NewJob {
  readonly kind: JobKind;
  readonly countyCode: string;
  /** The import or snapshot the job works on. */
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, string | number | boolean>>;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** Queues the job in the caller's transaction: it exists exactly when the change it follows does. */
export async function enqueueJob(tx: Tx, job: NewJob): Promise<string> {
  const id = newId();
  await tx.job.create({ data: { id, ...job, payload: { ...job.payload }, state: "queued" } });
  return id;
}

/** Asks a waiting or running job to stop; it ends within a second, with nothing written. */
export async function requestCancel(tx: Tx, jobId: string, now: Date): Promise<boolean> {
  const { count } = await tx.job.updateMany({
    where: { id: jobId, state: { in: ["queued", "running"] } },
    data: { cancelRequestedAt: now },
  });
  return count === 1;
}

/** Marks the job done inside the transaction of its own work, so that both hold or neither. */
export async function finishJobInBulk(
  client: PoolClient,
  jobId: string,
  now: Date,
  message: string,
) {
  await client.query(
    `UPDATE job SET state = 'done', finished_at = $2, lease_until = NULL, message = $3
     WHERE id = $1 AND state = 'running'`,
    [jobId, now, message],
  );
}

/** Whether work on this import or snapshot is waiting or under way. */
export async function hasOpenJob(tx: Tx, subjectId: string): Promise<boolean> {
  const open = await tx.job.findFirst({
    where: { subjectId, state: { in: ["queued", "running"] } },
    select: { id: true },
  });
  return open !== null;
}
