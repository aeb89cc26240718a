import type { Actor } from "~/domain/access/actor";
import { MILESTONE_MONTHS } from "~/domain/placements/follow-up-schedule";
import {
  RETENTION_STATES,
  type MilestoneMonths,
  type RetentionState,
} from "~/domain/placements/retention-state";
import type { ParameterInForce } from "~/domain/rules/parameter";
import type { CalendarDate } from "~/domain/shared/calendar-date";
import { keyPage, type KeyCursor, type KeyPage } from "~/domain/shared/key-page";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { isInState, retentionClock } from "./retention-clock.server";
import { gapDaysOf } from "./retention-gap.server";
import { retentionRows, type RetentionRow } from "./retention-rows.server";

export type { RetentionRow };

/** Which figure of the board is opened. */
export interface RetentionFilter {
  readonly months: MilestoneMonths;
  readonly state: RetentionState;
}

export interface RetentionFigures {
  readonly months: MilestoneMonths;
  readonly counts: Readonly<Record<RetentionState, number>>;
}

export interface RetentionPage {
  readonly figures: readonly RetentionFigures[];
  /** People at work on the day, whatever their milestones. */
  readonly inWork: number;
  /** The gaps allowed in these counties; more than one where documents differ. */
  readonly gaps: readonly ParameterInForce[];
  /** The people behind the opened figure, the longest in work first. */
  readonly list: KeyPage<RetentionRow>;
}

interface Found {
  readonly figures: readonly (RetentionFigures & { readonly inWork: number })[];
  readonly listed: readonly { readonly personId: string; readonly allowed: number }[];
}

const WORK_MEM = "64MB";
const NOTHING = { figures: [], inWork: 0, gaps: [], list: { rows: [], before: null, after: null } };

/**
 * How many people stand where before each milestone, in the counties given, on the day, and a page of those behind one
 * figure: of one statement, because the clock of a whole prefecture is its cost.
 */
export function viewRetention(
  actor: Actor,
  counties: readonly string[],
  filter: RetentionFilter,
  page: { readonly cursor: KeyCursor; readonly size: number; readonly on: CalendarDate },
): Promise<RetentionPage> {
  const { cursor, size, on } = page;
  if (counties.length === 0) return Promise.resolve(NOTHING);
  return inTransaction(actor, async (tx) => {
    const { rows: gapRows, gaps } = await gapDaysOf(tx, counties, on);
    // A whole prefecture's spells fit into memory; spilling them to disk would take longer than working them out.
    await tx.$executeRaw`SELECT set_config('work_mem', ${WORK_MEM}, true)`;
    const [found] = await tx.$queryRaw<Found[]>`${retentionClock(gapRows, on)},
      figure AS (${figuresOn(on)}), listed AS (${listedOn(filter, page)})
      SELECT (SELECT json_agg(figure ORDER BY months) FROM figure) AS figures,
        coalesce((SELECT json_agg(listed ORDER BY place) FROM listed), '[]') AS listed`;
    const figures = (found?.figures ?? []).map(({ months, counts }) => ({ months, counts }));
    const rows = await retentionRows(tx, found?.listed ?? [], { months: filter.months, on });
    const list = keyPage(rows, size, cursor, ({ personId }) => personId);
    return { figures, inWork: found?.figures[0]?.inWork ?? 0, gaps, list };
  });
}

function figuresOn(on: CalendarDate): Prisma.Sql {
  const counts = RETENTION_STATES.map(
    (state) => Prisma.sql`${state}::text,
      count(*) FILTER (WHERE ${isInState(state, Prisma.sql`k.m`, on)})`,
  );
  const months = Prisma.join(MILESTONE_MONTHS.map((m) => Prisma.sql`(${m}::int)`));
  return Prisma.sql`
    SELECT k.m AS months, count(*) FILTER (WHERE in_work) AS "inWork",
      json_build_object(${Prisma.join(counts)}) AS counts
    FROM (VALUES ${months}) AS k(m) LEFT JOIN clock ON true GROUP BY k.m`;
}

function listedOn(
  { months, state }: RetentionFilter,
  { cursor, size, on }: { cursor: KeyCursor; size: number; on: CalendarDate },
): Prisma.Sql {
  const back = cursor.before !== null;
  const [way, beyond] = back ? [Prisma.sql`DESC`, Prisma.sql`<`] : [Prisma.sql`ASC`, Prisma.sql`>`];
  const key = cursor.before ?? cursor.after;
  const from =
    key === null
      ? Prisma.empty
      : Prisma.sql`AND (first_on, person_id) ${beyond}
          (SELECT first_on, person_id FROM clock WHERE person_id = ${key}::uuid)`;
  return Prisma.sql`
    SELECT person_id AS "personId", allowed,
      row_number() OVER (ORDER BY first_on ${way}, person_id ${way}) AS place
    FROM clock WHERE ${isInState(state, Prisma.sql`${months}::int`, on)} ${from}
    ORDER BY place LIMIT ${size + 1}`;
}
