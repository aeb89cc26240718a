import {
  changeClaim,
  ofClaim,
  type AskedClaimStep,
  type ClaimStepRefusal,
} from "~/data/claims/claim-change.server";
import type { Actor } from "~/domain/access/actor";
import { may } from "~/domain/access/policy";
import { wroteClaim } from "~/domain/claims/hands";
import { withNumbersMasked } from "~/domain/people/typed-number";
import { done, refused, type Outcome } from "~/domain/shared/outcome";
import { dayInChina } from "~/platform/clock.server";

export type ReturnClaimRefusal =
  | ClaimStepRefusal
  /** He drew it up or handed it in. */
  | { readonly kind: "ownWork" }
  | { readonly kind: "reasonMissing" };

/** Nobody stands for what was handed in any longer. */
const NOBODY = {
  ...{ reviewedBy: null, reviewedByName: null, reviewedAt: null },
  ...{ hrssApprovedBy: null, hrssApprovedByName: null, hrssApprovedAt: null },
  ...{ povertyApprovedBy: null, povertyApprovedByName: null, povertyApprovedAt: null },
};

/** Gives a claim back with a reason: the reviewer before his review, either office before both have approved. */
export function returnClaim(
  actor: Actor,
  asked: AskedClaimStep & { readonly reason: string },
  now: Date,
): Promise<Outcome<null, ReturnClaimRefusal>> {
  const reason = withNumbersMasked(asked.reason.trim());
  const offices = ["claim.approveHrss", "claim.approvePoverty"] as const;
  const needs = ["claim.review", ...offices] as const;
  const step = { needs, states: ["submitted", "reviewed"], now } as const;
  return ofClaim<null, ReturnClaimRefusal>(actor, asked, step, async (tx, claim) => {
    const turn = claim.state === "submitted" ? (["claim.review"] as const) : offices;
    const isTurn = turn.some((action) => may(actor, action, claim.countyCode, dayInChina(now)));
    if (!isTurn) return refused({ kind: "wrongState", state: claim.state });
    if (wroteClaim(claim, actor.userId)) return refused({ kind: "ownWork" });
    if (reason === "") return refused({ kind: "reasonMissing" });
    const back = { ...NOBODY, state: "returned", returnReason: reason };
    const detail = { reason };
    await changeClaim(tx, claim, back, { actor, now, action: "claim.return", detail });
    return done(null);
  });
}
