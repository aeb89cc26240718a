import { SUSPECTED_LOST_AFTER } from "~/domain/placements/follow-up-schedule";
import { DAYS_AHEAD, DAYS_BACK, type FollowUpTab } from "~/domain/placements/follow-up-tab";
import { addDays, type CalendarDate } from "~/domain/shared/calendar-date";
import { Prisma } from "~/platform/prisma/client.server";
import { isAtWork } from "./at-work.server";

/** Which placements (`p`) a part of the work list holds; row-level security narrows them to the actor's counties. */
export function tabCondition(tab: FollowUpTab, today: CalendarDate): Prisma.Sql {
  const inWork = Prisma.sql`p.removed_at IS NULL AND ${isAtWork(today)}`;
  switch (tab) {
    case "due":
      return Prisma.sql`${inWork} AND p.next_follow_up_on <= ${addDays(today, DAYS_AHEAD)}::date`;
    case "overdue":
      return Prisma.sql`${inWork} AND p.next_follow_up_on < ${today}::date`;
    case "lost":
      return Prisma.sql`${inWork} AND p.last_contact_on IS NOT NULL
        AND (p.last_outcome = 'LOST' OR p.unreachable_count >= ${SUSPECTED_LOST_AFTER})`;
    case "recent":
      return Prisma.sql`p.removed_at IS NULL
        AND p.last_contact_on >= ${addDays(today, -DAYS_BACK)}::date`;
  }
}

/** One county, or every county in scope. */
export function inCounty(county: string): Prisma.Sql {
  return county === "" ? Prisma.empty : Prisma.sql`AND p.county_code = ${county}`;
}

/** Neither the contact (`f`) nor its line was taken back. */
const STANDS = Prisma.sql`f.voided_at IS NULL
  AND EXISTS (SELECT FROM placement l WHERE l.id = f.placement_id AND l.removed_at IS NULL)`;
/** A standing contact (`f`) at which help was asked for that nobody has given, and one at which it was. */
export const HELP_OPEN = Prisma.sql`f.help_asked <> '' AND f.help_given IS NULL AND ${STANDS}`;
export const HELP_GIVEN = Prisma.sql`f.help_given IS NOT NULL AND ${STANDS}`;
