import type { ContactMethod, FollowUpOutcome } from "~/domain/placements/follow-up";
import { toFollowUpOutcome } from "~/domain/placements/follow-up";
import type { FollowedPlacement } from "~/domain/placements/follow-up-standing";
import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import type { Tx } from "~/platform/prisma/client.server";
import { dateOf, dayOf } from "./placement-columns.server";
import { update } from "./placement-store.server";

/** A placement as follow-ups need it. */
export interface PlacementToFollow extends FollowedPlacement {
  readonly id: string;
  readonly countyCode: string;
  readonly personId: string;
  readonly name: string;
  readonly endReason: string;
  readonly isRemoved: boolean;
  readonly version: number;
}

/** Null outside the transaction's scope. */
export async function findPlacementToFollow(tx: Tx, id: string): Promise<PlacementToFollow | null> {
  const row = await tx.placement.findUnique({
    where: { id },
    select: {
      ...{ id: true, countyCode: true, personId: true, name: true, removedAt: true, version: true },
      ...{ startedOn: true, endedOn: true, nextFollowUpOn: true, lastContactOn: true },
      ...{ lastOutcome: true, unreachableCount: true, endReason: true },
    },
  });
  if (row === null) return null;
  const { removedAt, ...rest } = row;
  return {
    ...rest,
    startedOn: day(row.startedOn.toISOString().slice(0, 10)),
    endedOn: dayOf(row.endedOn),
    nextFollowUpOn: dayOf(row.nextFollowUpOn),
    lastContactOn: dayOf(row.lastContactOn),
    lastOutcome: toFollowUpOutcome(row.lastOutcome ?? ""),
    isRemoved: removedAt !== null,
  };
}

export interface NewFollowUp {
  readonly id: string;
  readonly dueOn: CalendarDate | null;
  readonly contactedOn: CalendarDate;
  readonly method: ContactMethod;
  readonly outcome: FollowUpOutcome;
  /** The last day worked, when the contact ended the job. */
  readonly endedOn: CalendarDate | null;
  readonly monthlyWageFen: number | null;
  readonly note: string;
  readonly helpAsked: string;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
}

export async function saveFollowUp(
  tx: Tx,
  placement: PlacementToFollow,
  followUp: NewFollowUp,
): Promise<void> {
  const { id: placementId, countyCode, personId } = placement;
  const { dueOn, contactedOn, endedOn, ...facts } = followUp;
  await tx.followUp.create({
    data: {
      ...{ ...facts, placementId, countyCode, personId },
      ...{ dueOn: dateOf(dueOn), endedOn: dateOf(endedOn) },
      contactedOn: new Date(contactedOn),
    },
  });
}

/** Writes the standing after a contact; false when somebody else changed the placement first. */
export function changeFollowUpStanding(
  tx: Tx,
  placement: PlacementToFollow,
  standing: FollowedPlacement,
  now: Date,
): Promise<boolean> {
  return update(tx, placement, now, {
    nextFollowUpOn: dateOf(standing.nextFollowUpOn),
    lastContactOn: dateOf(standing.lastContactOn),
    lastOutcome: standing.lastOutcome,
    unreachableCount: standing.unreachableCount,
    // A contact ends a job (its outcome is also the reason), a voided one gives it back; others leave the end alone.
    ...(standing.endedOn !== placement.endedOn && {
      endedOn: dateOf(standing.endedOn),
      endReason: standing.endedOn === null ? "" : (standing.lastOutcome ?? ""),
    }),
  });
}

/** A contact at which help was asked for; null outside the transaction's scope. */
export async function findHelpAsked(tx: Tx, id: string) {
  const row = await tx.followUp.findUnique({
    where: { id },
    select: {
      ...{ id: true, countyCode: true, placementId: true, contactedOn: true },
      ...{ helpAsked: true, helpGiven: true, voidedAt: true },
      placement: { select: { name: true, removedAt: true } },
    },
  });
  return row && { ...row, contactedOn: day(row.contactedOn.toISOString().slice(0, 10)) };
}

/** Adds what was done; false when it had been added already. */
export async function saveHelpGiven(
  tx: Tx,
  id: string,
  help: { readonly helpGiven: string; readonly helpGivenOn: CalendarDate; readonly by: string },
): Promise<boolean> {
  const { count } = await tx.followUp.updateMany({
    where: { id, helpGiven: null, voidedAt: null },
    data: {
      helpGiven: help.helpGiven,
      helpGivenOn: new Date(help.helpGivenOn),
      helpGivenBy: help.by,
    },
  });
  return count === 1;
}
