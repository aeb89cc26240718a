import type { Tx } from "~/platform/prisma/client.server";

/** Who found the overlaps of a line in order, when and why. */
export interface OverlapCheck {
  /** Instant, ISO 8601. */
  readonly at: string;
  readonly byName: string;
  readonly reason: string;
}

/** Null while they are still to be looked at. */
export async function findOverlapCheck(tx: Tx, placementId: string): Promise<OverlapCheck | null> {
  const row = await tx.placementOverlap.findUnique({
    where: { placementId },
    select: { checkedAt: true, checkedByName: true, checkedReason: true },
  });
  if (row === null || row.checkedAt === null) return null;
  const { checkedAt, checkedByName, checkedReason } = row;
  return { at: checkedAt.toISOString(), byName: checkedByName ?? "", reason: checkedReason ?? "" };
}

/** False when nothing overlaps any more, or somebody has looked at it already. */
export async function saveOverlapCheck(
  tx: Tx,
  placementId: string,
  { reason, by, now }: { readonly reason: string; readonly by: string; readonly now: Date },
): Promise<boolean> {
  const { count } = await tx.placementOverlap.updateMany({
    where: { placementId, checkedAt: null },
    data: { checkedAt: now, checkedByName: by, checkedReason: reason },
  });
  return count === 1;
}
