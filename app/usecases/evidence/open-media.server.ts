import type { Readable } from "node:stream";
import { findMedia, type MediaRecord } from "~/data/evidence/media-store.server";
import { leaveLook } from "~/data/evidence/viewed-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { readStoredStream } from "~/platform/evidence-store.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

/** `view` is what pages show: the picture without the camera's notes, or the video itself. */
export type MediaFile = "thumbnail" | "view" | "original";

export type OpenMediaRefusal = { readonly kind: "notFound" } | { readonly kind: "forbidden" };

export interface OpenedMedia {
  readonly fileId: string;
  readonly fileName: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
}

/** Lets a picture or video be seen. Whoever opens one leaves his name; a thumbnail goes with its gallery. */
export function openMedia(
  actor: Actor,
  mediaId: string,
  which: MediaFile,
  now: Date,
): Promise<Outcome<OpenedMedia, OpenMediaRefusal>> {
  return inTransaction(actor, async (tx) => {
    const item = await findMedia(tx, mediaId);
    if (item === null) return refused({ kind: "notFound" });
    const { countyCode, mimeType } = item;
    if (!may(actor, "media.read", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const fileId = fileOf(item, which);
    if (fileId === null) return refused({ kind: "notFound" });
    const file = await tx.storedFile.findUniqueOrThrow({
      where: { id: fileId },
      select: { originalName: true, size: true },
    });
    if (which !== "thumbnail") {
      // A player asks for one video many times over; each download of an original counts.
      const leave = which === "original" ? leaveTrail : leaveLook;
      await leave(tx, {
        at: now,
        actorId: actor.userId,
        actorName: actor.name,
        action: "media.view",
        subjectKind: "mediaItem",
        subjectId: item.id,
        countyCode,
        detail: { isOriginal: which === "original" },
      });
    }
    const isAsSent = fileId === item.fileId;
    return done({
      fileId,
      fileName: file.originalName,
      mimeType: isAsSent ? mimeType : "image/jpeg",
      size: Number(file.size),
    });
  });
}

function fileOf(item: MediaRecord, which: MediaFile): string | null {
  switch (which) {
    case "thumbnail":
      return item.thumbnailId;
    case "view":
      return item.kind === "video" && item.state === "ready" ? item.fileId : item.viewId;
    case "original":
      return item.fileId;
  }
}

/** The bytes of an original that may be seen. */
export function openOriginal(opened: OpenedMedia): Readable {
  return readStoredStream(opened.fileId);
}
