import { hasSameFile, lockSession, saveMedia } from "~/data/evidence/media-store.server";
import { saveStoredFile, type ReceivedFile } from "~/data/files/file-store.server";
import { enqueueJob } from "~/data/jobs/job-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import type { AcceptedMedia } from "~/domain/evidence/media-kind";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** A photograph or video whose bytes lie sealed in the evidence store, and whose kind is known. */
export interface ReceivedMedia extends ReceivedFile {
  readonly media: AcceptedMedia;
}

export type UploadMediaRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "cancelled" };

export interface UploadedMedia {
  readonly mediaIds: readonly string[];
  /** Files that the session has already; their bytes are not needed. */
  readonly same: readonly ReceivedMedia[];
}

/** Takes received files as media of a session and queues the reading of each. */
export function uploadMedia(
  actor: Actor,
  sessionId: string,
  files: readonly ReceivedMedia[],
  now: Date,
): Promise<Outcome<UploadedMedia, UploadMediaRefusal>> {
  return inTransaction(actor, async (tx) => {
    const target = await lockSession(tx, sessionId);
    if (target === null) return refused({ kind: "notFound" });
    const { countyCode, classId } = target;
    if (!may(actor, "media.write", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (target.isSealed) return refused({ kind: "sealed" });
    if (target.isCancelled) return refused({ kind: "cancelled" });
    const mediaIds: string[] = [];
    const same: ReceivedMedia[] = [];
    for (const file of files) {
      if (await hasSameFile(tx, sessionId, file.sha256)) {
        same.push(file);
        continue;
      }
      await saveStoredFile(tx, file, { countyCode, purpose: "media", actor, now });
      const stored = { fileId: file.id, size: file.size, sha256: file.sha256 };
      const upload = { uploadedBy: actor.userId, uploadedAt: now };
      const id = await saveMedia(tx, { target, ...file.media, ...stored, ...upload });
      mediaIds.push(id);
      const job = { kind: "readMedia", countyCode, subjectId: id, payload: {} } as const;
      await enqueueJob(tx, { ...job, createdBy: actor.userId, createdAt: now });
    }
    if (mediaIds.length > 0) {
      await leaveTrail(tx, {
        at: now,
        actorId: actor.userId,
        actorName: actor.name,
        action: "media.upload",
        subjectKind: "trainingClass",
        subjectId: classId,
        countyCode,
        detail: { sessionId, mediaIds, count: mediaIds.length },
      });
    }
    return done({ mediaIds, same });
  });
}
