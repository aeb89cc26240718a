import { toFollowUpOutcome } from "~/domain/placements/follow-up";
import type { Contact } from "~/domain/placements/follow-up-standing";
import { day } from "~/domain/shared/calendar-date";
import { isUuid } from "~/platform/http/list-address.server";
import type { Tx } from "~/platform/prisma/client.server";
import { dayOf } from "./placement-columns.server";

/** A contact that stands. */
export interface StandingContact extends Contact {
  readonly id: string;
}

/** The contacts of a placement that stand, in the order of their recording. */
export async function findStandingContacts(
  tx: Tx,
  placementId: string,
): Promise<StandingContact[]> {
  const rows = await tx.followUp.findMany({
    where: { placementId, voidedAt: null },
    select: { id: true, outcome: true, contactedOn: true, endedOn: true },
    orderBy: [{ recordedAt: "asc" }, { id: "asc" }],
  });
  return rows.flatMap(({ id, outcome, contactedOn, endedOn }) => {
    const known = toFollowUpOutcome(outcome);
    const on = day(contactedOn.toISOString().slice(0, 10));
    return known === null ? [] : [{ id, outcome: known, contactedOn: on, endedOn: dayOf(endedOn) }];
  });
}

/** False when it had been voided already, or is no contact of the placement. */
export async function voidContact(
  tx: Tx,
  asked: { readonly id: string; readonly placementId: string },
  facts: {
    readonly reason: string;
    readonly userId: string;
    readonly by: string;
    readonly now: Date;
  },
): Promise<boolean> {
  if (!isUuid(asked.id)) return false;
  const { count } = await tx.followUp.updateMany({
    where: { ...asked, voidedAt: null },
    data: {
      ...{ voidedAt: facts.now, voidedBy: facts.userId },
      ...{ voidedByName: facts.by, voidReason: facts.reason },
    },
  });
  return count === 1;
}
