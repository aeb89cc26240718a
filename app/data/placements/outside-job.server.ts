import { day, type CalendarDate } from "~/domain/shared/calendar-date";
import { monthOf } from "~/domain/shared/months";
import type { Tx } from "~/platform/prisma/client.server";

/** What is on record from before a first day: a contact on a day, or a standing proof of a month (YYYY-MM). */
export type OutsideJob =
  | { readonly kind: "afterContact"; readonly contactedOn: CalendarDate }
  | { readonly kind: "afterEvidence"; readonly month: string };

/** The earliest that a line begun on this day could not have; null when everything falls within it. */
export async function findOutsideJob(
  tx: Tx,
  placementId: string,
  startedOn: CalendarDate,
): Promise<OutsideJob | null> {
  const contact = await tx.followUp.findFirst({
    where: { placementId, voidedAt: null, contactedOn: { lt: new Date(startedOn) } },
    select: { contactedOn: true },
    orderBy: { contactedOn: "asc" },
  });
  if (contact !== null) {
    const contactedOn = day(contact.contactedOn.toISOString().slice(0, 10));
    return { kind: "afterContact", contactedOn };
  }
  const piece = await tx.placementEvidence.findFirst({
    where: { placementId, voidedAt: null, toMonth: { lt: new Date(monthOf(startedOn)) } },
    select: { toMonth: true },
    orderBy: { toMonth: "asc" },
  });
  const month = piece?.toMonth?.toISOString().slice(0, 7);
  return month === undefined ? null : { kind: "afterEvidence", month };
}
