import { changeClaim, heldClaim, type ClaimStepRefusal } from "~/data/claims/claim-change.server";
import { isRefusedNumber } from "~/data/claims/refused-number.server";
import { savePayeeAccount } from "~/data/people/payee-account-store.server";
import type { Actor } from "~/domain/access/actor";
import { maskBankAccount } from "~/domain/people/bank-account";
import type { AccountForm } from "~/domain/posts/appointment";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type PayeeAccountRefusal =
  | ClaimStepRefusal
  | { readonly kind: "lineMissing" }
  /** The money is at the bank, or has arrived. */
  | { readonly kind: "sent" }
  /** The bank refused this very number of his: another is wanted, or the reviewer's release. */
  | { readonly kind: "sameNumber" };

/**
 * Writes the account that a person's money goes to from now on; the one before is kept. While others pass the claim it
 * stands; after the approval another reviewer confirms the new one before money goes there.
 */
export function recordPayeeAccount(
  actor: Actor,
  asked: { readonly batchId: string; readonly lineId: string },
  { holderName, bankName, account }: AccountForm,
  now: Date,
): Promise<Outcome<null, PayeeAccountRefusal>> {
  const states = ["draft", "returned", "approved"] as const;
  const step = { needs: ["claim.write"], states, now } as const;
  return inTransaction<Outcome<null, PayeeAccountRefusal>>(actor, async (tx) => {
    const held = await heldClaim(tx, actor, asked.batchId, step);
    if (!held.ok) return held;
    const claim = held.value;
    const line = isUuid(asked.lineId)
      ? await tx.claimLine.findFirst({
          where: { id: asked.lineId, batchId: claim.id, removedAt: null },
          select: { personId: true, name: true, paymentState: true },
        })
      : null;
    if (line === null || claim.payeeUnit !== null) return refused({ kind: "lineMissing" });
    const waits = line.paymentState === null || line.paymentState === "FAILED";
    if (!waits) return refused({ kind: "sent" });
    const { personId, name } = line;
    if (await isRefusedNumber(tx, personId, account)) return refused({ kind: "sameNumber" });
    const row = { personId, countyCode: claim.countyCode, holderName, bankName, account };
    await savePayeeAccount(tx, row, { userId: actor.userId, name: actor.name, now });
    const detail = { account: `${bankName} ${maskBankAccount(account)}`, person: name };
    await changeClaim(tx, claim, {}, { actor, now, action: "payee.change", detail });
    return done(null);
  });
}
