import type { Tx } from "~/platform/prisma/client.server";

/**
 * Marks a file as never paid from: its lines wait again, and their accounts are as good as before. The caller holds
 * the sheet. Answers how many lines.
 */
export async function withdrawPayment(
  tx: Tx,
  paymentId: string,
  reason: string,
  by: { readonly userId: string; readonly name: string; readonly now: Date },
): Promise<number> {
  await tx.wagePayment.update({
    where: { id: paymentId },
    data: {
      ...{ withdrawnAt: by.now, withdrawnBy: by.userId },
      ...{ withdrawnByName: by.name, withdrawReason: reason },
    },
  });
  await tx.wageAttempt.updateMany({
    where: { paymentId, state: "SENT" },
    data: { state: "WITHDRAWN" },
  });
  const { count } = await tx.wageLine.updateMany({
    where: { paymentId, paymentState: "SENT" },
    data: { paymentState: null, paymentId: null },
  });
  return count;
}
