import { isOverQuota } from "~/data/people/number-quota.server";
import { findFullNumbers } from "~/data/people/person-store.server";
import { findPlacementToFollow } from "~/data/placements/follow-up-store.server";
import { leavePlacementTrail } from "~/data/placements/placement-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RevealPhoneRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "noPhone" }
  | { readonly kind: "tooMany" };

const ACTION = "followUp.revealPhone";
const LIMITS = { perMinute: 30, perDay: 300 };

/** Shows the telephone number of one placed person to whoever calls him, and nothing else of his. */
export function revealPhoneForFollowUp(
  actor: Actor,
  placementId: string,
  now: Date,
): Promise<Outcome<{ readonly phone: string }, RevealPhoneRefusal>> {
  return inTransaction(actor, async (tx) => {
    const placement = await findPlacementToFollow(tx, placementId);
    if (placement === null || placement.isRemoved) return refused({ kind: "notFound" });
    const { countyCode } = placement;
    if (!may(actor, ACTION, countyCode, dayInChina(now))) return refused({ kind: "forbidden" });
    const phone = (await findFullNumbers(tx, placement.personId))?.phone ?? null;
    if (phone === null) return refused({ kind: "noPhone" });
    if (await isOverQuota(tx, actor.userId, ACTION, LIMITS, now)) {
      return refused({ kind: "tooMany" });
    }
    const detail = { reason: "回访" };
    await leavePlacementTrail(tx, actor, placement, { action: ACTION, at: now, detail });
    return done({ phone });
  });
}
