import type { Action } from "~/domain/access/action";
import type { Actor } from "~/domain/access/actor";
import { countiesFor } from "~/domain/access/policy";
import { monthName } from "~/domain/posts/wage-receipt";
import { day } from "~/domain/shared/calendar-date";
import { addMonths, monthOf } from "~/domain/shared/months";
import { Prisma, type Tx } from "~/platform/prisma/client.server";
import { regionName } from "~/platform/reference/region-codes.server";

interface MonthTodo {
  readonly what: string;
  readonly countyName: string;
  readonly detail: string;
  readonly to: string;
}

interface Waiting {
  readonly county: string;
  /** First day of the month. */
  readonly month: string;
  readonly step: "attendance" | "sheet";
  readonly n: number;
}

/** Months looked back: what is older stands on the board as 待签收. */
const MONTHS_BACK = 6;
const MOST_ROWS = 20;
const NEEDS: Readonly<Record<Waiting["step"], Action>> = {
  attendance: "attendance.write",
  sheet: "wage.write",
};

/** Months over whose days are not all entered, and such as are on no wage sheet though they are; the oldest first. */
export async function postMonthTodos(tx: Tx, actor: Actor, on: string): Promise<MonthTodo[]> {
  const found = waiting(actor, on);
  if (found === null) return [];
  const rows = await tx.$queryRaw<Waiting[]>`
    SELECT * FROM (${found}) AS x ORDER BY x.month, x.county, x.step LIMIT ${MOST_ROWS}`;
  return rows.map(({ county, month, step, n }) => ({
    ...wording(step, county, month, n),
    countyName: regionName(county) ?? county,
  }));
}

/** How many `postMonthTodos` would list without its limit. */
export async function countPostMonthTodos(tx: Tx, actor: Actor, on: string): Promise<number> {
  const found = waiting(actor, on);
  if (found === null) return 0;
  const [row] = await tx.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM (${found}) AS x`;
  return row?.n ?? 0;
}

function waiting(actor: Actor, on: string): Prisma.Sql | null {
  const parts = (["attendance", "sheet"] as const).flatMap((step) => {
    const counties = countiesFor(actor, NEEDS[step], on);
    return counties.length === 0 ? [] : [monthsOf(step, counties, on)];
  });
  return parts.length === 0 ? null : Prisma.join(parts, " UNION ALL ");
}

function monthsOf(step: Waiting["step"], counties: readonly string[], on: string): Prisma.Sql {
  const from = addMonths(monthOf(day(on)), -MONTHS_BACK);
  const isEntered = Prisma.sql`t.marks IS NOT NULL AND strpos(t.marks, '?') = 0`;
  const waits =
    step === "attendance"
      ? Prisma.sql`NOT (${isEntered})`
      : Prisma.sql`${isEntered} AND t.worked_days > 0 AND NOT EXISTS (SELECT FROM wage_line l
          WHERE l.appointment_id = p.id AND l.month = m.first AND l.removed_at IS NULL)`;
  // Read once and matched: asking for each month of each post by itself takes three times as long.
  return Prisma.sql`
    (WITH t AS MATERIALIZED (SELECT a.appointment_id, a.month, a.marks, a.worked_days
      FROM post_attendance a
      WHERE a.county_code = ANY (${[...counties]}::text[]) AND a.month >= ${from}::date)
    SELECT p.county_code AS county, m.first::text AS month, ${step} AS step, count(*)::int AS n
    FROM post_appointment p
      CROSS JOIN LATERAL (SELECT d::date AS first FROM generate_series(
        greatest(date_trunc('month', p.starts_on), ${from}::date),
        least(coalesce(p.left_on, p.ends_on), date_trunc('month', ${on}::date) - interval '1 day'),
        interval '1 month') AS d) m
      LEFT JOIN t ON t.appointment_id = p.id AND t.month = m.first
    WHERE p.county_code = ANY (${[...counties]}::text[]) AND p.state = 'confirmed'
      AND p.removed_at IS NULL AND p.ends_on >= ${from}::date
      -- Months that were over when a roster brought the post were dealt with on paper.
      AND (p.import_id IS NULL OR m.first + interval '1 month' > p.created_at)
      AND ${waits}
    GROUP BY 1, 2)`;
}

function wording(step: Waiting["step"], county: string, month: string, n: number) {
  const at = `month=${month.slice(0, 7)}&county=${county}`;
  switch (step) {
    case "attendance":
      return {
        what: `登记${monthName(month)}岗位考勤：${n} 人`,
        detail: "登记完整才能编制工资表",
        to: `/posts/attendance?${at}&state=open`,
      };
    case "sheet":
      return {
        what: `编制${monthName(month)}工资表：${n} 人`,
        detail: "考勤已登记完整，还没有列入工资表",
        to: `/wage-sheets/new?${at}`,
      };
  }
}
