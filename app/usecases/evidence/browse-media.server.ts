import {
  countWaiting,
  viewGallery,
  type SessionGallery,
} from "~/data/evidence/media-gallery-view.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type BrowseMediaRefusal = { readonly kind: "notFound" } | { readonly kind: "forbidden" };

export interface BrowsedMedia {
  readonly sessions: readonly SessionGallery[];
  /** Pictures of the class that are still being read. */
  readonly waiting: number;
}

/** The pictures of a class, or of one of its sessions, as thumbnails: one look, one event. */
export function browseMedia(
  actor: Actor,
  which: { readonly classId: string; readonly sessionId?: string },
  now: Date,
): Promise<Outcome<BrowsedMedia, BrowseMediaRefusal>> {
  const on = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const { classId } = which;
    const select = { countyCode: true };
    const cls = await tx.trainingClass.findUnique({ where: { id: classId }, select });
    if (cls === null) return refused({ kind: "notFound" });
    if (!may(actor, "media.read", cls.countyCode, on)) return refused({ kind: "forbidden" });
    const sessions = await viewGallery(tx, actor, which, on);
    const waiting = await countWaiting(tx, classId);
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "media.list",
      subjectKind: "trainingClass",
      subjectId: classId,
      countyCode: cls.countyCode,
      detail: { count: sessions.reduce((sum, { tiles }) => sum + tiles.length, 0) },
    });
    return done({ sessions, waiting });
  });
}
