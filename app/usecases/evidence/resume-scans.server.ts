import { findWaitingBatch, giveUpBatch } from "~/data/evidence/scan-store.server";
import { enqueueJob, hasOpenJob } from "~/data/jobs/job-store.server";
import { leaveRosterTrail } from "~/data/rosters/roster-store.server";
import { findSignedRoster } from "~/data/rosters/signed-roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may, narrowedTo } from "~/domain/access/policy";
import { closedTo } from "~/domain/evidence/signed-roster";
import type { ScanRefusal } from "~/domain/evidence/scan-refusal";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface ResumeScans {
  readonly rosterId: string;
  readonly batchId: string;
  readonly step: "readAgain" | "giveUp";
}

/** After a reading that was cancelled or failed: reads the upload again, or gives it up. */
export function resumeScans(
  actor: Actor,
  { rosterId, batchId, step }: ResumeScans,
  now: Date,
): Promise<Outcome<null, ScanRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const roster = await findSignedRoster(tx, rosterId);
    const batch = roster && (await findWaitingBatch(tx, roster.id, batchId));
    if (roster === null || batch === null) return refused({ kind: "notFound" });
    const { countyCode } = roster;
    if (!may(actor, "proof.record", countyCode, today)) return refused({ kind: "forbidden" });
    const closed = closedTo(roster);
    if (closed !== null) return refused({ kind: closed });
    if (await hasOpenJob(tx, batchId)) return refused({ kind: "changedByOthers" });
    if (step === "giveUp") await giveUpBatch(tx, batchId);
    else {
      await enqueueJob(tx, {
        ...{ kind: "readScans", countyCode, subjectId: batchId },
        payload: { counties: narrowedTo(actor, "proof.read", today).counties.join(",") },
        ...{ createdBy: actor.userId, createdAt: now },
      });
    }
    await leaveRosterTrail(tx, actor, roster, `scan.${step}`, now, { batchId });
    return done(null);
  });
}
