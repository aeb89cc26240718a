import type { LineToLink } from "~/domain/placements/batch-lines";
import { isUuid } from "~/platform/http/list-address.server";
import { Prisma, type Tx } from "~/platform/prisma/client.server";

export interface LinkedPlacement extends LineToLink {
  readonly id: string;
  readonly employerName: string;
  /** `YYYY-MM-DD`. */
  readonly startedOn: string;
}

/** Lines in scope, in the order of their names; ids that are none are left out. `held`: against other writers. */
export function findPlacementsToLink(
  tx: Tx,
  ids: readonly string[],
  held = false,
): Promise<LinkedPlacement[]> {
  return tx.$queryRaw<LinkedPlacement[]>`
    SELECT id, county_code AS "countyCode", name, employer_name AS "employerName",
      started_on::text AS "startedOn", arrangement, batch_id AS "batchId",
      removed_at IS NOT NULL AS "isRemoved"
    FROM placement WHERE id = ANY (${ids.filter(isUuid)}::uuid[])
    ORDER BY name, id ${held ? Prisma.sql`FOR NO KEY UPDATE` : Prisma.empty}`;
}

/** Hangs standing lines on the batch. */
export async function linkToBatch(
  tx: Tx,
  ids: readonly string[],
  batchId: string,
  now: Date,
): Promise<void> {
  await tx.placement.updateMany({
    where: { id: { in: [...ids] }, removedAt: null },
    data: { batchId, updatedAt: now, version: { increment: 1 } },
  });
}
