import { findStandingContacts, voidContact } from "~/data/placements/contact-store.server";
import {
  changeFollowUpStanding,
  findPlacementToFollow,
} from "~/data/placements/follow-up-store.server";
import { leavePlacementTrail } from "~/data/placements/placement-store.server";
import { findParameter } from "~/data/rules/parameter-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { OUTCOME_LABELS } from "~/domain/placements/follow-up";
import { standingFrom } from "~/domain/placements/follow-up-standing";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type VoidFollowUpRefusal =
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "reasonMissing" }
  | { readonly kind: "voided" }
  | { readonly kind: "changedByOthers" };

/**
 * A contact recorded by mistake: whoever records contacts of the county voids it with a reason. It stays as history,
 * proves nothing, and the placement stands as the other contacts leave it, an end that it brought taken back.
 */
export function voidFollowUp(
  actor: Actor,
  asked: { readonly placementId: string; readonly followUpId: string; readonly reason: string },
  now: Date,
): Promise<Outcome<null, VoidFollowUpRefusal>> {
  const today = dayInChina(now);
  const reason = withNumbersMasked(asked.reason.trim());
  if (!isUuid(asked.placementId)) return Promise.resolve(refused({ kind: "notFound" }));
  return inTransaction(actor, async (tx) => {
    const placement = await findPlacementToFollow(tx, asked.placementId);
    if (placement === null || !may(actor, "placement.read", placement.countyCode, today)) {
      return refused({ kind: "notFound" });
    }
    const { id: placementId, countyCode, startedOn } = placement;
    if (!may(actor, "followUp.write", countyCode, today)) return refused({ kind: "forbidden" });
    if (placement.isRemoved) return refused({ kind: "removed" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const contacts = await findStandingContacts(tx, placementId);
    const wrong = contacts.find(({ id }) => id === asked.followUpId);
    const by = { reason, userId: actor.userId, by: actor.name, now };
    if (wrong === undefined || !(await voidContact(tx, { id: wrong.id, placementId }, by))) {
      return refused({ kind: "voided" });
    }
    const { outcome, contactedOn } = wrong;
    const broughtEnd = wrong.endedOn === placement.endedOn && outcome === placement.endReason;
    const job = { startedOn, endedOn: broughtEnd ? null : placement.endedOn };
    const others = contacts.filter(({ id }) => id !== wrong.id);
    const retry = await findParameter(tx, "followUp.retryDays", countyCode, today);
    const standing = standingFrom(job, others, retry?.value ?? 1);
    if (!(await changeFollowUpStanding(tx, placement, standing, now))) {
      return refused({ kind: "changedByOthers" });
    }
    const detail = { outcome: OUTCOME_LABELS[outcome], contactedOn, reason };
    await leavePlacementTrail(tx, actor, placement, { action: "followUp.void", at: now, detail });
    return done(null);
  });
}
