import type { CalendarDate } from "~/domain/shared/calendar-date";
import { Prisma } from "~/platform/prisma/client.server";

/** Over `placement p`: not left by the day; the last day of work still counts (domain/placements isInWorkOn). */
export function isAtWork(on: CalendarDate): Prisma.Sql {
  return Prisma.sql`(p.ended_on IS NULL OR p.ended_on >= ${on}::date)`;
}

/** Over `placement p`: left before the day. */
export function hasLeft(on: CalendarDate): Prisma.Sql {
  return Prisma.sql`p.ended_on < ${on}::date`;
}
