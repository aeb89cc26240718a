import type { Actor } from "~/domain/access/actor";
import { whyNotCounted, type NotCounted } from "~/domain/placements/counting";
import type { PovertyStatus } from "~/domain/people/poverty-status";
import { dayInChina } from "~/platform/clock.server";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { dayOf, factsOf } from "./placement-columns.server";
import { detailsOf, type PlacementDetails } from "./placement-details-view.server";
import type { PlacementHead } from "./placement-head-view.server";
import { historyOf, type HistoryLine } from "./placement-history-view.server";

export interface PlacementPage {
  readonly notCounted: readonly NotCounted[];
  readonly verifiedOn: string | null;
  readonly verifiedCategory: PovertyStatus | "" | null;
  readonly evidenceCount: number;
  readonly registeredOn: string;
  readonly removedReason: string;
  /** Null for a district officer. */
  readonly details: PlacementDetails | null;
  /** Empty for a district officer. */
  readonly history: readonly HistoryLine[];
}

/** The page of a placement under its head. */
export function viewPlacement(
  actor: Actor,
  head: PlacementHead,
  on: CalendarDate,
): Promise<PlacementPage> {
  return inTransaction(actor, async (tx) => {
    const row = await tx.placement.findUniqueOrThrow({ where: { id: head.id } });
    const { evidenceCount, verifiedCategory, removedReason } = row;
    const facts = factsOf(row);
    const verifiedOn = dayOf(row.verifiedOn);
    const { startedOn } = facts;
    const standing = { startedOn, verifiedOn, verifiedCategory, evidenceCount };
    return {
      ...{ verifiedOn, evidenceCount, removedReason: removedReason ?? "" },
      // Written by the intake and the store alone, from the registry's own words.
      verifiedCategory: verifiedCategory as PlacementPage["verifiedCategory"],
      notCounted: whyNotCounted({ ...standing, isRemoved: head.isRemoved }, on),
      registeredOn: dayInChina(row.createdAt),
      details: head.readsWhole ? await detailsOf(tx, row, facts) : null,
      history: head.readsWhole ? await historyOf(tx, row.id) : [],
    };
  });
}
