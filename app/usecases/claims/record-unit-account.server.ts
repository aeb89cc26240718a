import {
  changeClaim,
  ofClaim,
  type AskedClaimStep,
  type ClaimStepRefusal,
} from "~/data/claims/claim-change.server";
import { unitAccountData } from "~/data/claims/unit-account-store.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { maskBankAccount } from "~/domain/people/bank-account";
import type { AccountForm } from "~/domain/posts/appointment";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type UnitAccountRefusal =
  | ClaimStepRefusal
  /** Each person is paid. */
  | { readonly kind: "noUnit" }
  /** After the approval only the reviewer enters another account, and only once the bank has refused the first. */
  | { readonly kind: "notRefused" };

/**
 * Writes the account a unit's money goes to. Finance enters it while the claim is drawn up, so that everyone who passes
 * the claim sees it; once the bank has given the money back the reviewer enters another, for finance sends it.
 */
export function recordUnitAccount(
  actor: Actor,
  asked: AskedClaimStep,
  form: AccountForm,
  now: Date,
): Promise<Outcome<null, UnitAccountRefusal>> {
  const needs = ["claim.pay", "claim.review"] as const;
  const step = { needs, states: ["draft", "returned", "approved"], now } as const;
  return ofClaim<null, UnitAccountRefusal>(actor, asked, step, async (tx, claim) => {
    if (claim.payeeUnit === null) return refused({ kind: "noUnit" });
    const isApproved = claim.state === "approved";
    const turn = isApproved ? "claim.review" : "claim.pay";
    if (!may(actor, turn, claim.countyCode, dayInChina(now))) return refused({ kind: "forbidden" });
    if (isApproved) {
      const of = { batchId: claim.id, removedAt: null };
      const failed = await tx.claimLine.count({ where: { ...of, paymentState: "FAILED" } });
      const sent = await tx.claimLine.count({ where: { ...of, paymentState: "SENT" } });
      if (failed === 0 || sent > 0) return refused({ kind: "notRefused" });
    }
    const { holderName, bankName, account } = form;
    const by = { userId: actor.userId, name: actor.name, now };
    const data = unitAccountData(claim.id, { holderName, bankName, account }, by);
    const detail = { account: `${bankName} ${maskBankAccount(account)}`, organisation: holderName };
    await changeClaim(tx, claim, data, { actor, now, action: "claim.unitAccount", detail });
    return done(null);
  });
}
