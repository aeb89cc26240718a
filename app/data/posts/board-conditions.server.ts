import { beginsWith } from "~/data/rosters/roster-conditions.server";
import { looksLikeInitials } from "~/domain/people/typed-number";
import {
  EXPIRY_DAYS,
  isOfToday,
  UNWRITTEN,
  type BoardFilter,
  type BoardState,
} from "~/domain/posts/board";
import { TERM_MONTHS } from "~/domain/posts/term";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { Prisma } from "~/platform/prisma/client.server";

const LAST_DAY = Prisma.sql`coalesce(p.left_on, p.ends_on)`;
const STATES = [
  "serving",
  "in30",
  "in7",
  "ended",
  "proposed",
  "unsigned",
  "stated",
  "found",
] as const;

/** Place, title, name and what a post hangs on, over `post_appointment p`; not the state, nor the year. */
export function placeConditions(filter: BoardFilter): Prisma.Sql {
  const conditions = [Prisma.sql`p.removed_at IS NULL`];
  const equal = (column: Prisma.Sql, value: string) => {
    if (value === UNWRITTEN) conditions.push(Prisma.sql`${column} = ''`);
    else if (value !== "") conditions.push(Prisma.sql`${column} = ${value}`);
  };
  equal(Prisma.sql`p.county_code`, filter.county);
  equal(Prisma.sql`p.township`, filter.township);
  equal(Prisma.sql`p.village`, filter.village);
  equal(Prisma.sql`p.title`, filter.title);
  if (filter.quota !== null) conditions.push(Prisma.sql`p.quota_id = ${filter.quota}::uuid`);
  if (filter.import !== null) conditions.push(Prisma.sql`p.import_id = ${filter.import}::uuid`);
  if (filter.text !== "") {
    conditions.push(
      looksLikeInitials(filter.text)
        ? beginsWith(Prisma.sql`p.pinyin_initials`, filter.text.toLowerCase())
        : beginsWith(Prisma.sql`p.name`, filter.text),
    );
  }
  return Prisma.join(conditions, " AND ");
}

/**
 * The posts of a list, over `post_appointment p`. What is owed is found first and by itself: a plan that hopes to meet
 * the first fifty on its way through an index would look up the settled months of each post it meets.
 */
export function boardPosts(
  filter: BoardFilter,
  on: CalendarDate,
): { readonly with: Prisma.Sql; readonly where: Prisma.Sql } {
  const state = stateCondition(filter.state, filter.year, on);
  const where = Prisma.sql`${placeConditions(filter)} AND ${state}`;
  if (filter.state !== "unsigned" && filter.state !== "stated") {
    return { with: Prisma.empty, where };
  }
  return {
    with: Prisma.sql`WITH ${settledMonths(on)}, owed AS MATERIALIZED (
      SELECT p.id FROM post_appointment p LEFT JOIN settled s ON s.id = p.id WHERE ${where})`,
    where: Prisma.sql`p.id IN (SELECT id FROM owed)`,
  };
}

/** The state, and for those that are not about this day the year. */
function stateCondition(state: BoardState, year: number, on: CalendarDate): Prisma.Sql {
  const isIt = ofState(state, on);
  return isOfToday(state) ? isIt : Prisma.sql`(${isIt} AND ${inYear(year)})`;
}

/** How many stand in each state, to be selected beside `settled`. */
export function stateCounts(year: number, on: CalendarDate): Prisma.Sql {
  const counts = STATES.map((state) => {
    const name = Prisma.raw(`"${state}"`);
    return Prisma.sql`(count(*) FILTER (WHERE ${stateCondition(state, year, on)}))::int AS ${name}`;
  });
  const all = Prisma.sql`(count(*) FILTER (WHERE ${inYear(year)}))::int AS "all"`;
  return Prisma.join([all, ...counts], ", ");
}

/**
 * Months over and done with beside those that each post counts itself, the locked and the stated ones: signed for on a
 * sheet not yet locked, or without a day of work; `stated` of the signed ones are no longer only stated. One reading
 * of all of them is cheaper than asking for each post by itself. `of` narrows the posts, over `post_appointment a`.
 */
export function settledMonths(on: CalendarDate, of = Prisma.sql`TRUE`): Prisma.Sql {
  const isStated = (month: Prisma.Sql) =>
    Prisma.sql`to_char(${month}, 'YYYY-MM') = ANY (a.stated_receipts)`;
  const isOver = (month: Prisma.Sql) => Prisma.sql`(${month} < date_trunc('month', ${on}::date)
    OR coalesce(a.left_on, a.ends_on) < ${on}::date)`;
  return Prisma.sql`settled AS MATERIALIZED (
    SELECT x.id, (count(*) FILTER (WHERE NOT x.stated))::int AS months,
      (count(*) FILTER (WHERE x.stated AND x.signed))::int AS stated FROM (
      SELECT DISTINCT l.appointment_id AS id, l.month, TRUE AS signed,
        ${isStated(Prisma.sql`l.month`)} AS stated FROM wage_sheet w
        JOIN acknowledgement k ON k.roster_id = w.roster_id AND k.element = 'SIGNATURE'
          AND k.voided_at IS NULL
        JOIN roster_line r ON r.id = k.line_id AND r.removed_at IS NULL
          AND r.content_version = k.line_version
        JOIN wage_line l ON l.id = r.id AND l.removed_at IS NULL
        JOIN post_appointment a ON a.id = l.appointment_id
      WHERE w.state = 'approved' AND w.removed_at IS NULL AND ${isOver(Prisma.sql`l.month`)}
        AND l.month <= coalesce(a.left_on, a.ends_on) AND ${of}
      UNION ALL
      SELECT a.id, t.month, FALSE, ${isStated(Prisma.sql`t.month`)} FROM post_attendance t JOIN post_appointment a ON a.id = t.appointment_id
      WHERE t.worked_days = 0 AND strpos(t.marks, '?') = 0 AND ${isOver(Prisma.sql`t.month`)} AND ${of}
        AND t.month <= coalesce(a.left_on, a.ends_on)
        AND NOT EXISTS (SELECT FROM wage_line l WHERE l.appointment_id = t.appointment_id
          AND l.month = t.month AND l.removed_at IS NULL)) x
    GROUP BY x.id)`;
}

function ofState(state: BoardState, on: CalendarDate): Prisma.Sql {
  switch (state) {
    case "all":
      return Prisma.sql`TRUE`;
    case "serving":
      return serving(on);
    case "in30":
      return expiring(on, EXPIRY_DAYS.ahead);
    case "in7":
      return expiring(on, EXPIRY_DAYS.close);
    case "ended":
      return Prisma.sql`p.state = 'confirmed' AND ${LAST_DAY} < ${on}::date`;
    case "proposed":
      return Prisma.sql`p.state = 'proposed'`;
    case "unsigned":
      return Prisma.sql`(p.state = 'confirmed' AND ${monthsMissed(on)} > 0)`;
    case "found":
      return Prisma.sql`(p.id IN (SELECT posts_beside_jobs()) OR p.findings @> '[{"kind": "chain"}]')`;
    case "stated":
      return Prisma.sql`(p.state = 'confirmed' AND p.stated_months > coalesce(s.stated, 0))`;
  }
}

function serving(on: CalendarDate): Prisma.Sql {
  // The second half follows from the first; it lets the index by last days begin there.
  return Prisma.sql`(p.state = 'confirmed' AND p.starts_on <= ${on}::date AND ${LAST_DAY} >= ${on}::date
    AND p.ends_on >= ${on}::date)`;
}

/** Terms that end by themselves within so many days, this day and the last of them included. */
export function expiring(on: CalendarDate, days: number): Prisma.Sql {
  return Prisma.sql`(p.state = 'confirmed' AND p.left_on IS NULL AND p.removed_at IS NULL
    AND p.starts_on <= ${on}::date AND p.ends_on BETWEEN ${on}::date AND ${on}::date + ${days}::int)`;
}

/** Posts with a day in the year; no term is longer than the days before it that are looked back. */
function inYear(year: number): Prisma.Sql {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return Prisma.sql`(p.starts_on <= ${last}::date AND ${LAST_DAY} >= ${first}::date
    AND p.starts_on >= ${first}::date - (${TERM_MONTHS.most}::int * 31 + 1))`;
}

/** How many months of a confirmed post are over and nobody has signed for them, beside `settledMonths`. */
export function monthsMissed(on: CalendarDate): Prisma.Sql {
  return Prisma.sql`(${monthsOver(on)} - p.locked_months - ${statedOver(on)} - coalesce(s.months, 0))`;
}

/** Stated months without those that are not over: a file may call signed what is not yet missed. */
function statedOver(on: CalendarDate): Prisma.Sql {
  return Prisma.sql`(p.stated_months - CASE WHEN p.stated_months = 0 OR ${LAST_DAY} < ${on}::date THEN 0
    ELSE (SELECT count(*) FROM unnest(p.stated_receipts) m
      WHERE m BETWEEN ${on.slice(0, 7)} AND to_char(${LAST_DAY}, 'YYYY-MM')) END)`;
}

/** Calendar months of the post that are over on the day: that of its last day as soon as that is. */
function monthsOver(on: CalendarDate): Prisma.Sql {
  const counted = (of: Prisma.Sql) =>
    Prisma.sql`(extract(year FROM ${of}) * 12 + extract(month FROM ${of}))::int`;
  const isEnded = Prisma.sql`${LAST_DAY} < ${on}::date`;
  return Prisma.sql`(CASE WHEN ${isEnded} THEN ${counted(LAST_DAY)} + 1
    ELSE ${counted(Prisma.sql`${on}::date`)} END - ${counted(Prisma.sql`p.starts_on`)})`;
}
