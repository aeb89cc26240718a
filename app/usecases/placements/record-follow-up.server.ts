import {
  changeFollowUpStanding,
  findPlacementToFollow,
  saveFollowUp,
} from "~/data/placements/follow-up-store.server";
import { leavePlacementTrail } from "~/data/placements/placement-store.server";
import { findParameter } from "~/data/rules/parameter-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { OUTCOME_LABELS, type FollowUpOutcome } from "~/domain/placements/follow-up";
import type { FollowUpEntry } from "~/domain/placements/follow-up-form";
import {
  doubtOf,
  dueOf,
  standingAfter,
  type ContactDoubt,
} from "~/domain/placements/follow-up-standing";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";
import { newId } from "~/platform/id.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type RecordFollowUpRefusal =
  | ContactDoubt
  | { readonly kind: "notFound" }
  | { readonly kind: "forbidden" }
  | { readonly kind: "removed" }
  | { readonly kind: "changedByOthers" };

export interface FollowUpToRecord {
  readonly placementId: string;
  /** Of the placement as the officer saw it. */
  readonly version: number;
  readonly entry: FollowUpEntry;
}

export interface RecordedFollowUp {
  readonly outcome: FollowUpOutcome;
  readonly nextFollowUpOn: CalendarDate | null;
  readonly unreachableCount: number;
}

/** Writes a contact down and moves the placement's next follow-up; one that says so ends the placement. */
export function recordFollowUp(
  actor: Actor,
  { placementId, version, entry }: FollowUpToRecord,
  now: Date,
): Promise<Outcome<RecordedFollowUp, RecordFollowUpRefusal>> {
  const today = dayInChina(now);
  return inTransaction(actor, async (tx) => {
    const placement = await findPlacementToFollow(tx, placementId);
    if (placement === null) return refused({ kind: "notFound" });
    const { countyCode } = placement;
    if (!may(actor, "followUp.write", countyCode, today)) return refused({ kind: "forbidden" });
    if (placement.isRemoved) return refused({ kind: "removed" });
    if (placement.version !== version) return refused({ kind: "changedByOthers" });
    const doubt = doubtOf(placement, entry, today);
    if (doubt !== null) return refused(doubt);
    const retry = await findParameter(tx, "followUp.retryDays", countyCode, today);
    const standing = standingAfter(placement, entry, retry?.value ?? 1);
    const isFirst = await changeFollowUpStanding(tx, placement, standing, now);
    if (!isFirst) return refused({ kind: "changedByOthers" });
    const { outcome, contactedOn, method, monthlyWageFen } = entry;
    const endsOn = standing.endedOn === placement.endedOn ? null : standing.endedOn;
    await saveFollowUp(tx, placement, {
      ...{ id: newId(), dueOn: dueOf(placement, contactedOn) },
      ...{ outcome, contactedOn, method, monthlyWageFen, endedOn: endsOn },
      note: withNumbersMasked(entry.note),
      helpAsked: withNumbersMasked(entry.helpAsked),
      ...{ recordedBy: actor.userId, recordedByName: actor.name, recordedAt: now },
    });
    await leavePlacementTrail(tx, actor, placement, {
      ...{ action: "followUp.record", at: now },
      detail: { outcome: OUTCOME_LABELS[outcome], contactedOn, ...(endsOn !== null && { endsOn }) },
    });
    const { nextFollowUpOn, unreachableCount } = standing;
    return done({ outcome, nextFollowUpOn, unreachableCount });
  });
}
