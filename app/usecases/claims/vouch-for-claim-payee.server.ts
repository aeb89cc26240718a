import { changeClaim, heldClaim, type ClaimStepRefusal } from "~/data/claims/claim-change.server";
import { isUnseenAccount } from "~/data/claims/unseen-account.server";
import {
  findPayeeAccounts,
  othersOnAccount,
  vouchForAccount,
} from "~/data/people/payee-account-store.server";
import type { Actor } from "~/domain/access/actor";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { isUuid } from "~/platform/http/list-address.server";
import { inTransaction } from "~/platform/prisma/transaction.server";

export type VouchClaimRefusal =
  | ClaimStepRefusal
  | { readonly kind: "lineMissing" | "reasonMissing" }
  /** He entered the account. */
  | { readonly kind: "ownWork" }
  /** Nobody else's money went there and the claim's reviewer saw it; or others have registered the very number: only one of them can be right. */
  | { readonly kind: "notShared" | "othersStand" };

/**
 * A reviewer other than who entered it has seen whose card it is: another's money once went there, or the account was
 * entered after the claim was handed in.
 */
export function vouchForClaimPayee(
  actor: Actor,
  asked: { readonly batchId: string; readonly lineId: string; readonly reason: string },
  now: Date,
): Promise<Outcome<null, VouchClaimRefusal>> {
  const note = withNumbersMasked(asked.reason.trim());
  const states = ["draft", "returned", "submitted", "reviewed", "approved"] as const;
  const step = { needs: ["claim.review"], states, now } as const;
  return inTransaction<Outcome<null, VouchClaimRefusal>>(actor, async (tx) => {
    const held = await heldClaim(tx, actor, asked.batchId, step);
    if (!held.ok) return held;
    const where = { id: asked.lineId, batchId: held.value.id, removedAt: null };
    const line = isUuid(asked.lineId) ? await tx.claimLine.findFirst({ where }) : null;
    const account = line && (await findPayeeAccounts(tx, [line.personId])).get(line.personId);
    if (line === null || !account) return refused({ kind: "lineMissing" });
    if (account.recordedBy === actor.userId) return refused({ kind: "ownWork" });
    if (note === "") return refused({ kind: "reasonMissing" });
    const { others, standing } = await othersOnAccount(tx, account);
    const isUnseen = await isUnseenAccount(tx, held.value.id, account.id);
    if (others === 0 && !isUnseen) return refused({ kind: "notShared" });
    if (standing > 0) return refused({ kind: "othersStand" });
    await vouchForAccount(tx, account.id, note, { userId: actor.userId, name: actor.name, now });
    const detail = { person: line.name, reason: note };
    await changeClaim(tx, held.value, {}, { actor, now, action: "payee.vouch", detail });
    return done(null);
  });
}
