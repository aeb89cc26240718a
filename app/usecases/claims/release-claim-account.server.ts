import { changeClaim, heldClaim, type ClaimStepRefusal } from "~/data/claims/claim-change.server";
import type { Actor } from "~/domain/access/actor";
import { wroteClaim } from "~/domain/claims/hands";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type ReleaseClaimRefusal =
  | ClaimStepRefusal
  | { readonly kind: "ownWork" | "lineMissing" | "reasonMissing" }
  /** The bank has refused nothing of it, or it was released before. */
  | { readonly kind: "notRefused" };

/** Lets money go again to a number that the bank refused for a line: the bank itself may have been at fault. */
export function releaseClaimAccount(
  actor: Actor,
  asked: { readonly batchId: string; readonly lineId: string; readonly reason: string },
  now: Date,
): Promise<Outcome<null, ReleaseClaimRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  const step = { needs: ["claim.review"], states: ["approved"], now } as const;
  return inTransaction<Outcome<null, ReleaseClaimRefusal>>(actor, async (tx) => {
    const held = await heldClaim(tx, actor, asked.batchId, step);
    if (!held.ok) return held;
    const claim = held.value;
    if (wroteClaim(claim, actor.userId)) return refused({ kind: "ownWork" });
    const where = { id: asked.lineId, batchId: claim.id, removedAt: null };
    const line = isUuid(asked.lineId) ? await tx.claimLine.findFirst({ where }) : null;
    if (line === null) return refused({ kind: "lineMissing" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const { count } = await tx.claimAttempt.updateMany({
      where: { lineId: line.id, state: "FAILED", releasedAt: null },
      data: {
        ...{ releasedAt: now, releasedBy: actor.userId },
        ...{ releasedByName: actor.name, releaseReason: reason },
      },
    });
    if (count === 0) return refused({ kind: "notRefused" });
    const detail = { person: line.name, reason };
    await changeClaim(tx, claim, {}, { actor, now, action: "claim.release", detail });
    return done(null);
  });
}
