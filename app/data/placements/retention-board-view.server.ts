import type { Actor } from "~/domain/access/actor";
import { MILESTONE_MONTHS } from "~/domain/placements/follow-up-schedule";
import {
  RETENTION_STATES,
  type MilestoneMonths,
  type RetentionState,
} from "~/domain/placements/retention-state";
import type { ParameterInForce } from "~/domain/rules/parameter";
import { Prisma } from "~/platform/prisma/client.server";
import { inTransaction } from "~/platform/prisma/transaction.server";
import { isInState, retentionClock } from "./retention-clock.server";
import { gapDaysOf } from "./retention-gap.server";

export interface RetentionFigures {
  readonly months: MilestoneMonths;
  readonly counts: Readonly<Record<RetentionState, number>>;
}

export interface RetentionBoard {
  readonly figures: readonly RetentionFigures[];
  /** People at work on the day, whatever their milestones. */
  readonly inWork: number;
  /** The gaps allowed in these counties; more than one where documents differ. */
  readonly gaps: readonly ParameterInForce[];
}

interface Counted extends Record<RetentionState, number> {
  readonly months: MilestoneMonths;
  readonly inWork: number;
}

/** How many people stand where before each milestone, in the counties given, on the day. */
export function viewRetentionBoard(
  actor: Actor,
  counties: readonly string[],
  on: string,
): Promise<RetentionBoard> {
  if (counties.length === 0) return Promise.resolve({ figures: [], inWork: 0, gaps: [] });
  return inTransaction(actor, async (tx) => {
    const { rows: gapRows, gaps } = await gapDaysOf(tx, counties, on);
    const counts = RETENTION_STATES.map(
      (state) => Prisma.sql`count(*) FILTER (WHERE ${isInState(state, Prisma.sql`k.m`, on)})::int
        AS ${Prisma.raw(state)}`,
    );
    const months = Prisma.join(MILESTONE_MONTHS.map((m) => Prisma.sql`(${m}::int)`));
    const rows = await tx.$queryRaw<Counted[]>`${retentionClock(gapRows, on)}
      SELECT k.m AS months, count(*) FILTER (WHERE in_work)::int AS "inWork",
        ${Prisma.join(counts)}
      FROM (VALUES ${months}) AS k(m) LEFT JOIN clock ON true GROUP BY k.m ORDER BY k.m`;
    const figures = rows.map(({ months: m, proved, missing, soon, lost }) => ({
      months: m,
      counts: { proved, missing, soon, lost },
    }));
    return { figures, inWork: rows[0]?.inWork ?? 0, gaps };
  });
}
