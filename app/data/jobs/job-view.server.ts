import { secondsLeft, type JobKind, type JobProgress, type JobState } from "~/domain/jobs/job";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { inTransaction, type Scope } from "~/platform/prisma/transaction.server";

/** The latest job on a subject, as a progress bar shows it; null when there is none in scope. */
export function viewJobOf(scope: Scope, subjectId: string, now: Date): Promise<JobProgress | null> {
  return inTransaction(scope, async (tx) => {
    const job = await tx.job.findFirst({
      where: { subjectId },
      orderBy: { createdAt: "desc" },
      omit: { payload: true },
    });
    if (job === null) return null;
    const { progressDone: done, progressTotal: total, startedAt } = job;
    const elapsed = startedAt === null ? 0 : now.getTime() - startedAt.getTime();
    return {
      id: job.id,
      kind: job.kind as JobKind,
      subjectId,
      state: job.state as JobState,
      stage: job.stage,
      done,
      total,
      message: job.message,
      secondsLeft: job.state === "running" ? secondsLeft(done, total, elapsed) : null,
    };
  });
}

/** What and where a job is, for deciding who may stop it. */
export async function findJob(
  tx: Tx,
  id: string,
): Promise<{ kind: JobKind; countyCode: string; subjectId: string } | null> {
  if (!isUuid(id)) return null;
  const select = { kind: true, countyCode: true, subjectId: true };
  const job = await tx.job.findUnique({ where: { id }, select });
  return job === null ? null : { ...job, kind: job.kind as JobKind };
}
