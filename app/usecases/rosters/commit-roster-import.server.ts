import { IMPORT_LAYOUTS } from "~/domain/rosters/import-layout";
import type { CommitMode } from "~/domain/rosters/roster-import";
import { finishJobInBulk } from "~/data/jobs/job-store.server";
import { regionAndCounties } from "~/data/regions/region-name-view.server";
import * as commit from "~/data/rosters/import-commit.server";
import { LAYOUT_ADAPTERS } from "~/data/rosters/import-layouts.server";
import { leaveTrailInBulk, leaveTrailsInBulk } from "~/data/trail/trail-store.server";
import { inBulkTransaction } from "~/platform/bulk-sql.server";
import { now } from "~/platform/clock.server";
import {
  JobRefused,
  type ClaimedJob,
  type ReportProgress,
} from "~/platform/jobs/job-runner.server";

/** Puts a checked import into the roster of its class, or its ledger: all of it or nothing. */
export async function commitRosterImport(job: ClaimedJob, report: ReportProgress): Promise<void> {
  const scope = { userId: job.createdBy, counties: regionAndCounties(job.countyCode) };
  const mode: CommitMode = job.payload.mode === "goodOnly" ? "goodOnly" : "all";
  await inBulkTransaction(scope, async (client) => {
    const actorName = String(job.payload.actorName ?? "");
    const by = { userId: job.createdBy, userName: actorName, now: now() };
    const one = await commit.lockImport(client, job.subjectId);
    if (one === null || one.state !== "checked") throw new JobRefused("这次导入已入册或已被替换。");
    if (one.undecided > 0) throw new JobRefused("还有与已有记录不一致的行没有选定。");
    if (mode === "all" && one.refused > 0) throw new JobRefused("还有不能入册的行没有改正。");
    await report(0, null, `正在写入${IMPORT_LAYOUTS[one.layout].ledger}`);
    const put = await LAYOUT_ADAPTERS[one.layout].putIn(client, one, by);
    if (!put.ok) throw new JobRefused(put.refusal.message);
    const { counts, event, elsewhere, changes } = put.value;
    const result = { ...counts, refused: one.refused };
    await commit.closeImport(client, one.id, by, { ...result, mode });
    await finishJobInBulk(client, job.id, by.now, "");
    const told = { at: by.now, actorId: job.createdBy, actorName, ...event };
    const detail = { importId: one.id, mode, ...result };
    await leaveTrailInBulk(client, { ...told, countyCode: one.countyCode, detail });
    for (const { countyCode, ...moved } of elsewhere) {
      await leaveTrailInBulk(client, {
        ...told,
        countyCode,
        detail: { importId: one.id, ...moved },
      });
    }
    const changed = { ...told, action: "placement.change", subjectKind: "placement" } as const;
    await leaveTrailsInBulk(client, changed, changes);
  });
}
