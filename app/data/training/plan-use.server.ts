import type { Tx } from "~/platform/prisma/client.server";

/** What is filed under a plan for one trade. */
export interface TradeUse {
  readonly trade: string;
  readonly classes: number;
  readonly headcount: number;
}

/**
 * Classes handed in or approved under the plan, by trade, with the persons they are filed for (those
 * on the roster where there are more). `alsoClass` counts whatever its state: the class being looked at.
 */
export function findPlanUse(
  tx: Tx,
  planId: string,
  alsoClass: string | null = null,
): Promise<TradeUse[]> {
  return tx.$queryRaw<TradeUse[]>`
    SELECT c.trade, count(*)::int AS classes,
      coalesce(sum(greatest(c.planned_headcount, r.headcount, 0)), 0)::int AS headcount
    FROM training_class c LEFT JOIN roster r ON r.class_id = c.id
    WHERE c.plan_id = ${planId}::uuid
      AND (c.filing_state IN ('submitted', 'approved') OR c.id = ${alsoClass}::uuid)
    GROUP BY c.trade ORDER BY c.trade`;
}
