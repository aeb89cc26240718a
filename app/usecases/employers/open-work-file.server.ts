import type { Readable } from "node:stream";
import { findWorkFile, findWorkSubject } from "~/data/employers/work-file-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { WORK_FILE_LABELS } from "~/domain/employers/work-file";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { readStoredStream } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export interface OpenedWorkFile {
  readonly fileId: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: () => Readable;
}

export type OpenWorkFileRefusal = { readonly kind: "notFound" } | { readonly kind: "forbidden" };

/** A proof as it was uploaded; whoever opens it leaves a trail, also of one that is void. */
export function openWorkFile(
  actor: Actor,
  workFileId: string,
  now: Date,
): Promise<Outcome<OpenedWorkFile, OpenWorkFileRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const file = await findWorkFile(tx, workFileId);
    const subject = file && (await findWorkSubject(tx, file.subjectKind, file.subjectId));
    if (file === null || subject === null) return refused({ kind: "notFound" });
    const { fileId, fileName, mediaType, countyCode } = file;
    if (!may(actor, "placement.read", countyCode, today)) return refused({ kind: "notFound" });
    if (!may(actor, "placement.readEvidence", countyCode, today)) {
      return refused({ kind: "forbidden" });
    }
    const detail = { purpose: WORK_FILE_LABELS[file.kind], fileId: file.id };
    await leaveWorkTrail(tx, actor, subject, "workFile.view", now, detail);
    return done({ fileId, fileName, mediaType, bytes: () => readStoredStream(fileId) });
  });
}
