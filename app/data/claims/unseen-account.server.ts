import { Prisma, type Tx } from "~/platform/prisma/client.server";

/**
 * Of an account `a` that stands for somebody of a claim `b`: it was entered after the claim was handed in, so that
 * nobody who passed the claim saw it, and no reviewer other than who entered it has.
 */
export const unseenAccount = Prisma.sql`(a.recorded_at > b.submitted_at
  AND (a.vouched_by IS NULL OR a.vouched_by = a.recorded_by))`;

/** Whether the account is such a one of the claim. */
export async function isUnseenAccount(
  tx: Tx,
  batchId: string,
  accountId: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM payee_account a CROSS JOIN claim_batch b
    WHERE a.id = ${accountId}::uuid AND b.id = ${batchId}::uuid AND b.state = 'approved' AND ${unseenAccount}`;
  return rows.length > 0;
}
