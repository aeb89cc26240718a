import { finishJobInBulk } from "~/data/jobs/job-store.server";
import {
  findPrintingElsewhere,
  isSealed,
  listPrintings,
  savePages,
} from "~/data/evidence/scan-pages-bulk.server";
import { ScanReading } from "~/data/evidence/scan-reading.server";
import { findBatchToRead, markRead, type BatchToRead } from "~/data/evidence/scan-store.server";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { now as clockNow } from "~/platform/clock.server";
import { JobRefused, type ClaimedJob, type JobHandler } from "~/platform/jobs/job-runner.server";

const SEALED = "名册已经封存（或工资已锁定），不能再收扫描件。";

/**
 * Reads an upload of signed pages: all of it or, when anything goes wrong, nothing. The pages are
 * written and the job is ended in one transaction; a killed worker's pictures are written over by
 * the worker that comes after it.
 */
export const readScans: JobHandler = async (job, report) => {
  await report(0, null, "打开扫描件");
  const scope = { userId: job.createdBy, counties: [job.countyCode] };
  const found = await inBulkTransaction(scope, async (client) => {
    const batch = await findBatchToRead(client, job.subjectId);
    if (batch === null) return null; // a worker thought dead has finished it
    return { batch, prints: await listPrintings(client, batch.rosterId) };
  });
  if (found === null) return;
  const { batch, prints } = found;
  const own = new Map(prints.map((print) => [print.code, print]));
  const { kind } = batch;
  const reading = new ScanReading({ kind, own, elsewhere: (code) => elsewhere(job, code) });
  try {
    for (const [index, { fileId }] of batch.files.entries()) {
      await report(index, batch.files.length, "认页码、裁签字");
      await reading.read(fileId, (sheet) =>
        report(index, batch.files.length, `认页码、裁签字（第 ${index + 1} 个文件第 ${sheet} 页）`),
      );
    }
    await report(batch.files.length, batch.files.length, "保存");
    await inBulkTransaction(scope, async (client) => {
      const at = clockNow();
      if (await isSealed(client, batch.rosterId)) throw new JobRefused(SEALED);
      if (!(await markRead(client, batch.id, at))) return;
      await savePages(client, batch, reading.pages, at);
      await finishJobInBulk(client, job.id, at, `读取 ${reading.pages.length} 页。`);
    });
  } catch (error) {
    if (await isStillWaiting(job, batch)) await reading.undo();
    throw error;
  }
};

/** Another class's page is named where the officer may see that class. */
function elsewhere(job: ClaimedJob, code: string) {
  const counties = String(job.payload.counties ?? "").split(",");
  return inBulkTransaction({ userId: job.createdBy, counties }, (client) =>
    findPrintingElsewhere(client, code),
  );
}

/** What another worker has finished with the same pictures must keep them. */
async function isStillWaiting(job: ClaimedJob, { id, countyCode }: BatchToRead): Promise<boolean> {
  const scope = { userId: job.createdBy, counties: [countyCode] };
  return inBulkTransaction(scope, async (client) => (await findBatchToRead(client, id)) !== null);
}
