import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { day } from "~/domain/shared/calendar-date";
import type { Prisma } from "~/platform/prisma/client.server";
import { type Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";
import { HELP_OPEN, tabCondition } from "./follow-up-conditions.server";

interface FollowUpTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

interface Waiting {
  readonly kind: "overdue" | "help";
  readonly countyCode: string;
  readonly n: number;
  readonly since: string;
}

/** Follow-ups overdue and help not yet given, one line for each county in which the actor does them. */
export async function followUpTodos(tx: Tx, actor: Actor, on: string): Promise<FollowUpTodo[]> {
  const { overdue, help } = conditions(on);
  const counties = ownCounties(actor, on);
  if (counties.length === 0) return [];
  const rows = await tx.$queryRaw<Waiting[]>`
    SELECT 'overdue' AS kind, p.county_code AS "countyCode", count(*)::int AS n,
      min(p.next_follow_up_on)::text AS since
    FROM placement p WHERE p.county_code = ANY (${counties}) AND ${overdue} GROUP BY p.county_code
    UNION ALL
    SELECT 'help', f.county_code, count(*)::int, min(f.contacted_on)::text
    FROM follow_up f WHERE f.county_code = ANY (${counties}) AND ${help} GROUP BY f.county_code
    ORDER BY 1 DESC, 2`;
  return rows.map(({ kind, countyCode, n, since }) => ({
    ...(kind === "overdue"
      ? {
          what: "跟踪回访逾期",
          detail: `${n} 条，最早的应在 ${since} 回访`,
          to: `/follow-ups?tab=overdue&county=${countyCode}`,
        }
      : {
          what: "务工人员求助待办理",
          detail: `${n} 件，最早的在 ${since} 提出`,
          to: `/follow-ups/help?county=${countyCode}`,
        }),
    countyName: regionName(countyCode) ?? countyCode,
  }));
}

/** How many `followUpTodos` lists. */
export async function countFollowUpTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  const counties = ownCounties(actor, on);
  if (counties.length === 0) return 0;
  const { overdue, help } = conditions(on);
  const [row] = await tx.$queryRaw<{ n: number }[]>`
    SELECT coalesce(sum(
      CASE WHEN EXISTS (SELECT FROM placement p WHERE p.county_code = c AND ${overdue}) THEN 1 ELSE 0 END
      + CASE WHEN EXISTS (SELECT FROM follow_up f WHERE f.county_code = c AND ${help}) THEN 1 ELSE 0 END
    ), 0)::int AS n FROM unnest(${counties}::text[]) AS c`;
  return row?.n ?? 0;
}

function conditions(on: string): { readonly overdue: Prisma.Sql; readonly help: Prisma.Sql } {
  return { overdue: tabCondition("overdue", day(on)), help: HELP_OPEN };
}

function ownCounties(actor: Actor, on: string): string[] {
  return countiesFor(actor, "followUp.write", on);
}
