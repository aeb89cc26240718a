import { leaveTrail } from "~/data/trail/trail-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ExplainLikenessRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "explainedAlready" };

/**
 * The county's word on why its picture looks like another, given once. It is no change of the picture,
 * so it may come after the seal too: a copy may turn up years later.
 */
export function explainLikeness(
  actor: Actor,
  likenessId: string,
  explanation: string,
  now: Date,
): Promise<Outcome<null, ExplainLikenessRefusal>> {
  if (!isUuid(likenessId)) return Promise.resolve(refused({ kind: "notFound" }));
  return inTransaction(actor, async (tx) => {
    const likeness = await tx.mediaLikeness.findUnique({
      where: { id: likenessId },
      select: { mediaId: true, countyCode: true },
    });
    if (likeness === null) return refused({ kind: "notFound" });
    const { mediaId, countyCode } = likeness;
    if (!may(actor, "media.write", countyCode, dayInChina(now))) {
      return refused({ kind: "forbidden" });
    }
    const { count } = await tx.mediaLikeness.updateMany({
      where: { id: likenessId, explainedAt: null },
      data: { explanation, explainedBy: actor.userId, explainedAt: now },
    });
    if (count === 0) return refused({ kind: "explainedAlready" });
    await leaveTrail(tx, {
      at: now,
      actorId: actor.userId,
      actorName: actor.name,
      action: "media.explain",
      subjectKind: "mediaItem",
      subjectId: mediaId,
      countyCode,
      detail: { reason: explanation },
    });
    return done(null);
  });
}
