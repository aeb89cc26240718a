import { changeClaim, heldClaim, type ClaimStepRefusal } from "~/data/claims/claim-change.server";
import { claimFileOf } from "~/data/claims/claim-file.server";
import { checkBatch } from "~/data/claims/checked-batch.server";
import { nextClaimPayment, saveClaimPayment } from "~/data/claims/claim-payment-store.server";
import { findLinesToSend } from "~/data/claims/lines-to-send.server";
import type { Actor } from "~/domain/access/actor";
import { claimName } from "~/domain/claims/claim-name";
import { hadClaim } from "~/domain/claims/hands";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type SendClaimRefusal =
  | ClaimStepRefusal
  /** He drew it up, handed it in, reviewed or approved it. */
  | { readonly kind: "ownWork" }
  | { readonly kind: "noUnitAccount" }
  /** Everybody is sent, paid or stopped, or kept back: each by name and reason. */
  | { readonly kind: "nothingToSend"; readonly kept: readonly string[] };

/**
 * Makes the file for the bank over every line whose money can go out, to the accounts that stand now. It is checked
 * first: what has turned bad since its approval is proposed to be clawed back and does not go. What is sent is never
 * sent twice: of two clicks the second finds nothing.
 */
export async function sendClaim(
  actor: Actor,
  asked: { readonly batchId: string },
  now: Date,
): Promise<Outcome<{ readonly headcount: number }, SendClaimRefusal>> {
  const step = { needs: ["claim.pay"], states: ["approved"], now } as const;
  const found = await inTransaction(actor, (tx) => heldClaim(tx, actor, asked.batchId, step));
  if (!found.ok) return found;
  if (hadClaim(found.value, actor.userId)) return refused({ kind: "ownWork" });
  await checkBatch(found.value, { userId: actor.userId, name: actor.name, now });
  return inTransaction(actor, async (tx) => {
    const held = await heldClaim(tx, actor, asked.batchId, step);
    if (!held.ok) return held;
    const claim = held.value;
    const waiting = await findLinesToSend(tx, claim);
    const ready = waiting.filter(({ obstacle }) => obstacle === null);
    const kept = waiting.flatMap(({ name, obstacle }) =>
      obstacle === null ? [] : [`${name}：${obstacle}`],
    );
    if (ready.length === 0) return refused({ kind: "nothingToSend", kept });
    const number = await nextClaimPayment(tx, claim.id);
    const name = claimName(claim);
    const bytes = await claimFileOf(tx, claim, ready);
    if (bytes === null) return refused({ kind: "noUnitAccount" });
    const fileName = `${name}代发文件第${number}次.xlsx`;
    const lines = ready.map(({ id, amountFen, account }) => ({
      ...{ id, amountFen, accountId: account?.id ?? null },
    }));
    const of = { batchId: claim.id, countyCode: claim.countyCode };
    await saveClaimPayment(tx, of, { fileName, bytes, number, lines }, { actor, now });
    const detail = { headcount: ready.length, fileName };
    await changeClaim(tx, claim, {}, { actor, now, action: "claim.send", detail });
    return done({ headcount: ready.length });
  });
}
