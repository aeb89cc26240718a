import type { BankAccount } from "~/domain/people/bank-account";
import { bankCardIndex } from "~/platform/crypto/blind-index.server";
import { platform } from "~/platform/platform.server";
import type { Tx } from "~/platform/prisma/client.server";

/** Whether the bank gave money of this person back from the number, and no reviewer has released it. */
export async function isRefusedNumber(
  tx: Tx,
  personId: string,
  account: BankAccount,
): Promise<boolean> {
  const accountIndex = new Uint8Array(bankCardIndex(platform().keyRing, account));
  const found = await tx.claimAttempt.count({
    where: { state: "FAILED", releasedAt: null, account: { personId, accountIndex } },
  });
  return found > 0;
}
