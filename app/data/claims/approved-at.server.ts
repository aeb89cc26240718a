import type { Tx } from "~/platform/prisma/client.server";

/**
 * The instant the second office approved a batch; null while it is not approved. What its lines are paid by is what was
 * in force then: a number entered later changes no promise already given.
 */
export async function approvedAt(tx: Tx, batchId: string): Promise<Date | null> {
  const found = await tx.claimBatch.findUnique({
    where: { id: batchId },
    select: { state: true, hrssApprovedAt: true, povertyApprovedAt: true },
  });
  if (found === null || (found.state !== "approved" && found.state !== "paid")) return null;
  const { hrssApprovedAt: one, povertyApprovedAt: other } = found;
  return one === null || (other !== null && other > one) ? other : one;
}
