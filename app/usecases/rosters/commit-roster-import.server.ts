import type { CommitMode } from "~/domain/rosters/roster-import";
import { canEdit } from "~/domain/rosters/roster";
import { finishJobInBulk } from "~/data/jobs/job-store.server";
import * as commit from "~/data/rosters/import-commit.server";
import { leaveTrailInBulk } from "~/data/trail/trail-store.server";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { now } from "~/platform/clock.server";
import {
  JobRefused,
  type ClaimedJob,
  type ReportProgress,
} from "~/platform/jobs/job-runner.server";

/** Puts a checked import into the roster of its class: all of it or nothing. */
export async function commitRosterImport(job: ClaimedJob, report: ReportProgress): Promise<void> {
  const scope = { userId: job.createdBy, counties: [job.countyCode] };
  const mode: CommitMode = job.payload.mode === "goodOnly" ? "goodOnly" : "all";
  await inBulkTransaction(scope, async (client) => {
    const by = { userId: job.createdBy, now: now() };
    const one = await commit.lockImport(client, job.subjectId);
    if (one === null || one.state !== "checked") throw new JobRefused("这次导入已入册或已被替换。");
    if (one.undecided > 0) throw new JobRefused("还有与已有记录不一致的行没有选定。");
    if (mode === "all" && one.refused > 0) throw new JobRefused("还有不能入册的行没有改正。");
    const roster = await commit.lockRoster(client, { ...one, ...by });
    if (!canEdit(roster.state)) throw new JobRefused("花名册已报送或已核定，不能再导入。");
    await report(0, null, "正在写入花名册");
    const counts = await commit.putIntoRoster(client, one.id, roster, by);
    const result = { ...counts, refused: one.refused };
    await commit.closeImport(client, one.id, by, { ...result, mode });
    await finishJobInBulk(client, job.id, by.now, "");
    await leaveTrailInBulk(client, {
      at: by.now,
      actorId: job.createdBy,
      actorName: String(job.payload.actorName ?? ""),
      action: "roster.commitImport",
      subjectKind: "roster",
      subjectId: roster.id,
      countyCode: one.countyCode,
      detail: { importId: one.id, mode, ...result },
    });
  });
}
