import type { Actor } from "~/domain/access/actor";
import { FOLLOW_UP_TABS, type FollowUpTab } from "~/domain/placements/follow-up-tab";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { HELP_GIVEN, HELP_OPEN, inCounty, tabCondition } from "./follow-up-conditions.server";

export interface FollowUpCounts extends Readonly<Record<FollowUpTab, number>> {
  /** Contacts at which help was asked for that nobody has given, and those answered. */
  readonly helpOpen: number;
  readonly helpGiven: number;
}

/** How many rows each part of the work list holds; an index answers every one of them. */
export function countFollowUps(
  actor: Actor,
  county: string,
  today: CalendarDate,
): Promise<FollowUpCounts> {
  const counts = FOLLOW_UP_TABS.map(
    (tab) => Prisma.sql`(SELECT count(*)::int FROM placement p
      WHERE ${tabCondition(tab, today)} ${inCounty(county)}) AS ${Prisma.raw(tab)}`,
  );
  const inFollowUpCounty = county === "" ? Prisma.empty : Prisma.sql`AND f.county_code = ${county}`;
  return inTransaction(actor, async (tx) => {
    const [row] = await tx.$queryRaw<FollowUpCounts[]>`SELECT ${Prisma.join(counts)},
      (SELECT count(*)::int FROM follow_up f WHERE ${HELP_OPEN} ${inFollowUpCounty}) AS "helpOpen",
      (SELECT count(*)::int FROM follow_up f
        WHERE ${HELP_GIVEN} ${inFollowUpCounty}) AS "helpGiven"`;
    const none = { due: 0, overdue: 0, lost: 0, recent: 0, helpOpen: 0, helpGiven: 0 };
    return row ?? none;
  });
}
