import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import { enqueueJob } from "~/data/jobs/job-store.server";
import {
  findSameFile,
  saveSnapshot,
  type EarlierImport,
} from "~/data/registry/snapshot-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface RegistryUpload {
  /** The county, prefecture or province that the export covers. */
  readonly regionCode: string;
  /** Null: to be read from the file's 导出时间 column. */
  readonly exportedOn: CalendarDate | null;
  readonly file: ReceivedFile;
}

export type UploadRefusal =
  | { readonly kind: "forbidden" }
  | { readonly kind: "future" }
  | { readonly kind: "empty" }
  | { readonly kind: "sameFile"; readonly earlier: EarlierImport };

/**
 * Takes a received export as a snapshot that waits, and queues the reading of it. The same bytes for
 * the same region are taken once. Answers the snapshot's id.
 */
export async function uploadRegistry(
  actor: Actor,
  { regionCode, exportedOn, file }: RegistryUpload,
  now: Date,
): Promise<Outcome<string, UploadRefusal>> {
  const today = dayInChina(now);
  if (!may(actor, "registry.import", regionCode, today)) return refused({ kind: "forbidden" });
  if (exportedOn !== null && exportedOn > today) return refused({ kind: "future" });
  if (file.size === 0) return refused({ kind: "empty" });
  return inTransaction(actor, async (tx) => {
    const earlier = await findSameFile(tx, regionCode, file.sha256);
    if (earlier !== null) return refused({ kind: "sameFile", earlier });
    const id = newId();
    const countyCode = regionCode;
    await saveStoredFile(tx, file, { countyCode, purpose: "registry", actor, now });
    const provisional = exportedOn ?? today;
    await saveSnapshot(tx, {
      id,
      regionCode,
      exportedOn: provisional,
      file,
      operator: actor,
      at: now,
    });
    await enqueueJob(tx, {
      kind: "importRegistry",
      countyCode,
      subjectId: id,
      payload: { enteredOn: exportedOn ?? "" },
      createdBy: actor.userId,
      createdAt: now,
    });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "registry.upload",
      subjectKind: "registrySnapshot",
      subjectId: id,
      countyCode,
      detail: { fileName: file.fileName, sha256: file.sha256.toString("hex") },
    });
    return done(id);
  });
}
