import { mediaTypeOf } from "~/data/files/media-type.server";
import { findWorkSubject, saveWorkFile } from "~/data/employers/work-file-store.server";
import { leaveWorkTrail } from "~/data/employers/work-trail.server";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import {
  WORK_FILE_ACTIONS,
  WORK_FILE_LABELS,
  type WorkFileKind,
  type WorkFileSubject,
} from "~/domain/employers/work-file";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type AddWorkFileRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "closed" }
  | { readonly kind: "wrongKind" };

/** Puts a received photograph or PDF behind a fair, a recognition or a student; answers the proof's id. */
export async function addWorkFile(
  actor: Actor,
  asked: { readonly subject: WorkFileSubject; readonly kind: WorkFileKind },
  file: ReceivedFile,
  now: Date,
): Promise<Outcome<string, AddWorkFileRefusal>> {
  const mediaType = await mediaTypeOf(file.id);
  return inTransaction(actor, async (tx) => {
    const subject = await findWorkSubject(tx, asked.subject.kind, asked.subject.id);
    if (subject === null) return refused({ kind: "notFound" });
    const { countyCode } = subject;
    if (!may(actor, WORK_FILE_ACTIONS[subject.kind], countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (subject.isClosed) return refused({ kind: "closed" });
    if (mediaType === null) return refused({ kind: "wrongKind" });
    await saveStoredFile(tx, file, { countyCode, purpose: "workFile", actor, now });
    const [id, { kind }] = [newId(), asked];
    const row = { id, kind, fileId: file.id, fileName: file.fileName, mediaType };
    await saveWorkFile(tx, subject, row, { actor, now });
    const detail = { purpose: WORK_FILE_LABELS[kind], fileId: id };
    await leaveWorkTrail(tx, actor, subject, "workFile.add", now, detail);
    return done(id);
  });
}
