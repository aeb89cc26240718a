import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { dueContacts, type DueContact } from "~/domain/placements/due-contacts";
import type { ContactMethod, FollowUpOutcome } from "~/domain/placements/follow-up";
import { readsWholeLine } from "~/domain/placements/reader";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { fen, yuanText } from "~/domain/shared/fen";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { findStandingContacts } from "./contact-store.server";
import { findPlacementToFollow } from "./follow-up-store.server";
import { dayOf } from "./placement-columns.server";

export interface FollowUpEntryRow {
  readonly id: string;
  readonly dueOn: CalendarDate | null;
  readonly contactedOn: CalendarDate | null;
  readonly method: ContactMethod;
  readonly outcome: FollowUpOutcome;
  /** What only the county and its station read; empty for others. */
  readonly wage: string;
  readonly note: string;
  readonly helpAsked: string;
  readonly helpGiven: string | null;
  readonly helpGivenOn: CalendarDate | null;
  readonly helpGivenBy: string | null;
  readonly recordedByName: string;
  /** Null while it stands. */
  readonly voided: { readonly byName: string; readonly reason: string } | null;
}

export interface FollowUpHistory {
  readonly version: number;
  readonly startedOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
  readonly nextFollowUpOn: CalendarDate | null;
  readonly unreachableCount: number;
  readonly isRemoved: boolean;
  readonly mayWrite: boolean;
  readonly mayReveal: boolean;
  /** What was due up to today and what became of it; voided contacts answer nothing. */
  readonly due: readonly DueContact[];
  /** The latest first. */
  readonly entries: readonly FollowUpEntryRow[];
}

/** Every contact with the person of a placement; null when the actor does not see the placement. */
export async function viewFollowUpHistory(
  actor: Actor,
  placementId: string | undefined,
  on: CalendarDate,
): Promise<FollowUpHistory | null> {
  if (!isUuid(placementId)) return null;
  return inTransaction(actor, async (tx) => {
    const placement = await findPlacementToFollow(tx, placementId);
    if (placement === null || !may(actor, "placement.read", placement.countyCode, on)) return null;
    const { countyCode, version, startedOn, endedOn, isRemoved } = placement;
    const readsAll = readsWholeLine(actor, countyCode, on);
    const rows = await tx.followUp.findMany({
      where: { placementId },
      select: {
        ...{ id: true, dueOn: true, contactedOn: true, method: true, outcome: true, note: true },
        ...{ monthlyWageFen: true, helpAsked: true, helpGiven: true, helpGivenOn: true },
        ...{ helpGivenBy: true, recordedByName: true },
        ...{ voidedAt: true, voidedByName: true, voidReason: true },
      },
      orderBy: [{ contactedOn: "desc" }, { recordedAt: "desc" }],
    });
    const { nextFollowUpOn, unreachableCount } = placement;
    return {
      ...{ version, startedOn, endedOn, nextFollowUpOn, unreachableCount, isRemoved },
      mayWrite: !isRemoved && may(actor, "followUp.write", countyCode, on),
      mayReveal: !isRemoved && may(actor, "followUp.revealPhone", countyCode, on),
      due: dueContacts(placement, await findStandingContacts(tx, placementId), on),
      entries: rows.map((row) => entryRow(row, readsAll)),
    };
  });
}

interface StoredEntry {
  readonly id: string;
  readonly dueOn: Date | null;
  readonly contactedOn: Date;
  readonly method: string;
  readonly outcome: string;
  readonly monthlyWageFen: number | null;
  readonly note: string;
  readonly helpAsked: string;
  readonly helpGiven: string | null;
  readonly helpGivenOn: Date | null;
  readonly helpGivenBy: string | null;
  readonly recordedByName: string;
  readonly voidedAt: Date | null;
  readonly voidedByName: string | null;
  readonly voidReason: string | null;
}

function entryRow(stored: StoredEntry, readsAll: boolean): FollowUpEntryRow {
  const { monthlyWageFen, voidedAt, voidedByName, voidReason, ...row } = stored;
  const days = { dueOn: dayOf(row.dueOn), contactedOn: dayOf(row.contactedOn) };
  const known = { method: row.method as ContactMethod, outcome: row.outcome as FollowUpOutcome };
  const help = readsAll
    ? { helpGivenOn: dayOf(row.helpGivenOn) }
    : { helpAsked: "", helpGiven: null, helpGivenOn: null, helpGivenBy: null, note: "" };
  const wage = readsAll && monthlyWageFen !== null ? yuanText(fen(monthlyWageFen)) : "";
  const voided =
    voidedAt === null
      ? null
      : { byName: voidedByName ?? "", reason: readsAll ? (voidReason ?? "") : "" };
  return { ...row, ...days, ...known, ...help, wage, voided };
}
