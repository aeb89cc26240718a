import { finishJobInBulk } from "~/data/jobs/job-store.server";
import { countiesWithin } from "~/data/regions/region-name-view.server";
import { copyEntries, lockWaitingSnapshot, markReady } from "~/data/registry/snapshot-store.server";
import { openStoredRegistry } from "~/data/registry/registry-file.server";
import { sealedEntries } from "~/data/registry/sealed-entries.server";
import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import { exportDay } from "~/domain/people/export-day";
import { RegistryIntake } from "~/domain/people/registry-intake";
import { countyFinder } from "~/domain/regions/county-finder";
import type { Outcome } from "~/domain/shared/outcome";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { dayInChina, now as clockNow } from "~/platform/clock.server";
import { JobRefused, type JobHandler } from "~/platform/jobs/job-runner.server";
import { regionName } from "~/platform/reference/region-codes.server";

/**
 * Reads an uploaded registry export into a snapshot: every row or, when anything goes wrong, none.
 * The transaction also ends the job and leaves the trail, so a killed worker leaves nothing.
 */
export const importRegistry: JobHandler = async (job, report) => {
  await report(0, null, "读取文件");
  const covered = countiesWithin(job.countyCode);
  const counties = [job.countyCode, ...covered.map((county) => county.code)];
  await inBulkTransaction({ userId: job.createdBy, counties }, async (client) => {
    const snapshot = await lockWaitingSnapshot(client, job.subjectId);
    if (snapshot === null) return; // a worker thought dead has finished it
    const coveringName = regionName(snapshot.regionCode) ?? snapshot.regionCode;
    const intake = new RegistryIntake(countyFinder(covered), coveringName);
    const file = orRefuse(await openStoredRegistry(snapshot));
    await copyEntries(client, sealedEntries(snapshot.id, file, intake, report));
    const { entryCount, refusedCount, refusals } = intake;
    const rows = entryCount + refusedCount;
    await report(rows, rows, "保存");
    const at = clockNow();
    const entered = String(job.payload.enteredOn ?? "");
    const exportedOn = orRefuse(exportDay(intake, entered, dayInChina(at)));
    const counts = intake.counts();
    await markReady(client, snapshot.id, {
      exportedOn,
      entryCount,
      refusedCount,
      refusals,
      counts,
    });
    const summary = `已导入 ${entryCount} 人，未收 ${refusedCount} 行。`;
    await finishJobInBulk(client, job.id, at, summary);
    await leaveTrailInBulk(client, {
      at,
      actorId: snapshot.operatorId,
      actorName: snapshot.operatorName,
      action: "registry.import",
      subjectKind: "registrySnapshot",
      subjectId: snapshot.id,
      countyCode: snapshot.regionCode,
      detail: { exportedOn, entryCount, refusedCount },
    });
  });
};

function orRefuse<T>(outcome: Outcome<T, { readonly message: string }>): T {
  if (outcome.ok) return outcome.value;
  throw new JobRefused(outcome.refusal.message);
}
