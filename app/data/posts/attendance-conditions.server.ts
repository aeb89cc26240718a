import type { CalendarDate } from "~/domain/shared/calendar-date";
import { Prisma } from "~/platform/prisma/client.server";

export interface AttendanceFilter {
  readonly month: CalendarDate;
  /** Empty for all. */
  readonly county: string;
  readonly township: string;
  readonly state: "all" | "open" | "whole";
  /** One post alone; null for all. */
  readonly appointmentId: string | null;
}

/** By township only where townships are told: else the filter itself would tell them. */
export function attendanceConditions(
  filter: AttendanceFilter,
  whole: readonly string[],
): Prisma.Sql {
  const { month, county, township, appointmentId } = filter;
  const conditions = [
    Prisma.sql`a.removed_at IS NULL AND a.state = 'confirmed'`,
    Prisma.sql`a.starts_on < ${month}::date + interval '1 month'`,
    Prisma.sql`coalesce(a.left_on, a.ends_on) >= ${month}::date`,
    ...(county === "" ? [] : [Prisma.sql`a.county_code = ${county}`]),
    ...(township === ""
      ? []
      : [Prisma.sql`(a.township = ${township} OR a.county_code <> ALL (${[...whole]}::text[]))`]),
    ...(appointmentId === null ? [] : [Prisma.sql`a.id = ${appointmentId}::uuid`]),
  ];
  return Prisma.join(conditions, " AND ");
}

/** How far the month's pay is; `sheetId` null while no sheet was handed in over it. */
export function monthWageText(row: {
  readonly sheetId: string | null;
  readonly isPaid: boolean | null;
  readonly isSigned: boolean | null;
}): string {
  if (row.sheetId === null) return "未列入工资表";
  return `${row.isPaid === true ? "已发放" : "未发放"}，${row.isSigned === true ? "已签收" : "未签收"}`;
}
