import { findMedia, isClassSealed, setAside } from "~/data/evidence/media-store.server";
import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type SetMediaAsideRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "sealed" }
  | { readonly kind: "asideAlready" };

/** The picture stays, and counts no more. */
export function setMediaAside(
  actor: Actor,
  mediaId: string,
  reason: string,
  now: Date,
): Promise<Outcome<null, SetMediaAsideRefusal>> {
  return inTransaction(actor, async (tx) => {
    const item = await findMedia(tx, mediaId);
    if (item === null) return refused({ kind: "notFound" });
    if (!may(actor, "media.write", item.countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    if (await isClassSealed(tx, item.classId)) return refused({ kind: "sealed" });
    if (!(await setAside(tx, item.id, reason, now))) return refused({ kind: "asideAlready" });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "media.setAside",
      subjectKind: "mediaItem",
      subjectId: item.id,
      countyCode: item.countyCode,
      detail: { reason },
    });
    return done(null);
  });
}
