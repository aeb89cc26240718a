import { finishJobInBulk } from "~/data/jobs/job-store.server";
import { countiesWithin } from "~/data/regions/region-lookup.server";
import {
  copyEntries,
  lockWaitingSnapshot,
  markReady,
  type WaitingSnapshot,
} from "~/data/registry/snapshot-store.server";
import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import { RegistryIntake } from "~/domain/people/registry-intake";
import { countyFinder } from "~/domain/regions/county-finder";
import { registryLayout } from "~/domain/rosters/layouts/registry";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { dayInChina, now as clockNow } from "~/platform/clock.server";
import { readStoredFile } from "~/platform/evidence-store.server";
import { JobRefused, type JobHandler } from "~/platform/jobs/job-runner.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { REGISTRY_LIMITS } from "~/platform/workbook/workbook-limits.server";
import { WorkbookRefused } from "~/platform/workbook/workbook-refusal.server";
import { openTable } from "~/platform/workbook/open-table.server";
import { sealedEntries } from "./sealed-entries.server";

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
    const file = await openRegistry(snapshot);
    await copyEntries(client, sealedEntries(snapshot.id, file, intake, report));
    await report(intake.entryCount, intake.entryCount, "保存");
    const exportedOn = exportDay(String(job.payload.enteredOn ?? ""), intake);
    const { entryCount, refusedCount, refusals } = intake;
    const counts = intake.counts();
    await markReady(client, snapshot.id, {
      exportedOn,
      entryCount,
      refusedCount,
      refusals,
      counts,
    });
    const at = clockNow();
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

async function openRegistry(snapshot: WaitingSnapshot) {
  const bytes = await readStoredFile(snapshot.fileId);
  const file = { bytes, name: snapshot.fileName };
  const { opened, problems } = await openTable(file, REGISTRY_LIMITS, registryLayout).catch(
    asRefusal,
  );
  if (opened !== null) return opened;
  throw new JobRefused(problems.map((problem) => problem.message).join(" "));
}

function asRefusal(error: unknown): never {
  throw error instanceof WorkbookRefused ? new JobRefused(error.message) : error;
}

/** The file's own 导出时间 decides; what was entered must not contradict it. */
function exportDay(entered: string, intake: RegistryIntake): string {
  const { exportedOn, entryCount } = intake;
  if (entryCount === 0) {
    throw new JobRefused(firstRefusal(intake));
  }
  if (exportedOn === "" && entered === "") {
    throw new JobRefused("文件里没有可认的“导出时间”。请重新上传，并填写从平台导出的日期。");
  }
  if (exportedOn > dayInChina(clockNow())) {
    throw new JobRefused(`文件里的导出时间 ${exportedOn} 晚于今天。请核对文件后重新上传。`);
  }
  if (exportedOn !== "" && entered !== "" && exportedOn !== entered) {
    throw new JobRefused(
      `填写的导出日期是 ${entered}，文件里的导出时间是 ${exportedOn}。请核对后重新上传；不填日期则以文件为准。`,
    );
  }
  return exportedOn === "" ? entered : exportedOn;
}

function firstRefusal({ refusals, refusedCount }: RegistryIntake): string {
  const first = refusals[0];
  if (first === undefined) return "文件里没有人员数据。请确认导出时已选定地区，重新导出后再上传。";
  return `${refusedCount} 行全部有误，没有可导入的人员。第 ${first.sheetRow} 行：${first.message}`;
}
