import type { Tx } from "~/platform/prisma/client.server";
import type { CountingRule } from "./measure-counts.server";

/**
 * Placements of the rule that were looked up in an export later than their first day, there being none before it: from
 * an index of their own (placement_verified_later).
 */
export async function countVerifiedLater(tx: Tx, counting: CountingRule): Promise<number> {
  if (counting.by !== "placements") return 0;
  const { areas, destinations, from, to } = counting.rule;
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM placement p
    WHERE p.county_code = ANY (${[...areas]}::text[])
      AND p.destination = ANY (${[...destinations]}::text[])
      AND p.started_on BETWEEN ${from}::date AND ${to}::date
      AND p.removed_at IS NULL AND p.verified_on > p.started_on`;
  return row?.count ?? 0;
}
