import { enqueueJob } from "~/data/jobs/job-store.server";
import { saveBatch } from "~/data/evidence/scan-store.server";
import type { ReceivedFile } from "~/data/files/file-store.server";
import { leaveRosterTrail } from "~/data/rosters/roster-store.server";
import { findSignedRoster } from "~/data/rosters/signed-roster-store.server";
import type { Actor } from "~/domain/access/actor";
import { may, narrowedTo } from "~/domain/access/policy";
import { closedTo, type ClosedRoster } from "~/domain/evidence/signed-roster";
import { SCAN_LIMITS } from "~/domain/evidence/scan-page";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface ScanUpload {
  readonly rosterId: string;
  readonly files: readonly ReceivedFile[];
  /** Left out already, with the reason the officer reads. */
  readonly refused: readonly { readonly fileName: string; readonly problem: string }[];
}

export type UploadScansRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: ClosedRoster }
  | { readonly kind: "noFiles" }
  | { readonly kind: "tooMany" };

/** Takes received scans of signed pages and queues the reading of them. Answers the batch's id. */
export function uploadScans(
  actor: Actor,
  upload: ScanUpload,
  now: Date,
): Promise<Outcome<string, UploadScansRefusal>> {
  const { rosterId, files } = upload;
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const roster = await findSignedRoster(tx, rosterId);
    if (roster === null) return refused({ kind: "notFound" });
    const { countyCode } = roster;
    if (!may(actor, "proof.record", countyCode, today)) return refused({ kind: "forbidden" });
    const closed = closedTo(roster);
    if (closed !== null) return refused({ kind: closed });
    if (files.length === 0) return refused({ kind: "noFiles" });
    if (files.length > SCAN_LIMITS.maxFiles) return refused({ kind: "tooMany" });
    const batchId = await saveBatch(tx, { ...upload, countyCode, actor, now });
    await enqueueJob(tx, {
      kind: "readScans",
      countyCode,
      subjectId: batchId,
      payload: { counties: narrowedTo(actor, "proof.read", today).counties.join(",") },
      createdBy: actor.userId,
      createdAt: now,
    });
    await leaveRosterTrail(tx, actor, roster, "scan.upload", now, {
      batchId,
      files: files.length,
    });
    return done(batchId);
  });
}
